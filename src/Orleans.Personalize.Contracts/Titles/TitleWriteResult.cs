namespace Orleans.Personalize.Titles;

/// <summary>What became of one title that was sent.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleWriteResult")]
public sealed record TitleWriteResult
{
    /// <summary>The title; null where it could not be read that far.</summary>
    [Id(0)]
    public TitleId? Id { get; init; }

    /// <summary>Whether it is now in the catalogue.</summary>
    [Id(1)]
    public required bool Accepted { get; init; }

    /// <summary>For a refused title, the property that is wrong, as named in JSON.</summary>
    [Id(2)]
    public string? Field { get; init; }

    /// <summary>For a refused title, what is wrong with it.</summary>
    [Id(3)]
    public string? Reason { get; init; }
}
