using Orleans.Personalize.Events;

namespace Orleans.Personalize.Rules;

/// <summary>A rule that is to be tried on a profile's home page before it is kept.</summary>
[GenerateSerializer, Immutable, Alias("op.RulePreviewRequest")]
public sealed record RulePreviewRequest
{
    /// <summary>Whose page.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The rule, taken as running now whatever its start and end; a kept rule of the same id counts on neither page.</summary>
    [Id(1)]
    public required EditorialRule Rule { get; init; }

    /// <summary>How many rows at most, 1 to 40.</summary>
    [Id(2)]
    public int Rows { get; init; } = 40;

    /// <summary>How many titles in a row at most, 1 to 75.</summary>
    [Id(3)]
    public int Columns { get; init; } = 20;

    /// <summary>The screen it is for.</summary>
    [Id(4)]
    public DeviceKind Device { get; init; } = DeviceKind.Web;

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; its own where null.</summary>
    [Id(5)]
    public string? Country { get; init; }
}
