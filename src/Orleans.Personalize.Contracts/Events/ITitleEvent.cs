namespace Orleans.Personalize.Events;

/// <summary>An event about one title.</summary>
public interface ITitleEvent
{
    /// <summary>The title it is about.</summary>
    TitleId Title { get; }
}
