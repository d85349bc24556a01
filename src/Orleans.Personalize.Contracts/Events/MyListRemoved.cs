namespace Orleans.Personalize.Events;

/// <summary>The title was taken off the profile's list.</summary>
[GenerateSerializer, Immutable, Alias("op.MyListRemoved")]
public sealed record MyListRemoved : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }
}
