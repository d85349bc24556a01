namespace Orleans.Personalize.Events;

/// <summary>A rating in stars was given.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleRated")]
public sealed record TitleRated : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>0.5 (worst) to 5 (best).</summary>
    [Id(1)]
    public required double Stars { get; init; }
}
