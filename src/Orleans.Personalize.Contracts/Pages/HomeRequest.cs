using Orleans.Personalize.Events;

namespace Orleans.Personalize.Pages;

/// <summary>What home page is wanted.</summary>
[GenerateSerializer, Immutable, Alias("op.HomeRequest")]
public sealed record HomeRequest
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>How many rows at most, 1 to 40.</summary>
    [Id(1)]
    public int Rows { get; init; } = 40;

    /// <summary>How many titles in a row at most, 1 to 75.</summary>
    [Id(2)]
    public int Columns { get; init; } = 20;

    /// <summary>The screen it is for.</summary>
    [Id(3)]
    public DeviceKind Device { get; init; } = DeviceKind.Web;

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; its own where null.</summary>
    [Id(4)]
    public string? Country { get; init; }

    /// <summary>The profile's offset from UTC; that of its last event where null.</summary>
    [Id(5)]
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>Whether each card is to carry the parts of its score.</summary>
    [Id(6)]
    public bool Explain { get; init; }

    /// <summary>Which titles are wanted at all; every one where null.</summary>
    [Id(7)]
    public TitleSelection? Selection { get; init; }
}
