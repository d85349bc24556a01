namespace Orleans.Personalize.Pages;

/// <summary>Which further rows of a home page are wanted. Columns, device, country, offset and explanation are those of the page.</summary>
[GenerateSerializer, Immutable, Alias("op.HomeRowsRequest")]
public sealed record HomeRowsRequest
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The page that goes on.</summary>
    [Id(1)]
    public required PageId Page { get; init; }

    /// <summary><see cref="HomePage.Next"/> of the page, or <see cref="HomeRows.Next"/> of rows that came after it.</summary>
    [Id(2)]
    public required string After { get; init; }

    /// <summary>How many rows at most, 1 to 40; the whole page has no more than 40.</summary>
    [Id(3)]
    public int Count { get; init; } = 8;

    /// <summary>The selection that the page was asked for with, said again.</summary>
    [Id(4)]
    public TitleSelection? Selection { get; init; }
}
