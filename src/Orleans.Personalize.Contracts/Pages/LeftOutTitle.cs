namespace Orleans.Personalize.Pages;

/// <summary>A title that was asked for and is not in the answer.</summary>
[GenerateSerializer, Immutable, Alias("op.LeftOutTitle")]
public sealed record LeftOutTitle
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Why it is not.</summary>
    [Id(1)]
    public required LeftOutReason Reason { get; init; }
}
