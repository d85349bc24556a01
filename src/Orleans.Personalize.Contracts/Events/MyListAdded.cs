namespace Orleans.Personalize.Events;

/// <summary>The title was put on the profile's list.</summary>
[GenerateSerializer, Immutable, Alias("op.MyListAdded")]
public sealed record MyListAdded : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }
}
