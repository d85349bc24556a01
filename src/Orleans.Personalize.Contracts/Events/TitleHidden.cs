namespace Orleans.Personalize.Events;

/// <summary>The profile asked not to be shown the title again.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleHidden")]
public sealed record TitleHidden : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }
}
