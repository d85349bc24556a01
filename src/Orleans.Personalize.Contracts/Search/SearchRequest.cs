using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Search;

/// <summary>What is searched for.</summary>
[GenerateSerializer, Immutable, Alias("op.SearchRequest")]
public sealed record SearchRequest
{
    /// <summary>Who searches.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>
    /// What was typed so far, 1 to 200 characters; its last word may be unfinished unless a blank follows it. What stands in quotes must stand so.
    /// </summary>
    [Id(1)]
    public required string Query { get; init; }

    /// <summary>How many titles at most, 1 to 100.</summary>
    [Id(2)]
    public int Count { get; init; } = 20;

    /// <summary>Films only or series only; both where null.</summary>
    [Id(3)]
    public TitleKind? Kind { get; init; }

    /// <summary>The screen it is for.</summary>
    [Id(4)]
    public DeviceKind Device { get; init; } = DeviceKind.Web;

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; its own where null.</summary>
    [Id(5)]
    public string? Country { get; init; }

    /// <summary>Which titles the caller wants to see at all; all of them where null.</summary>
    [Id(6)]
    public TitleSelection? Selection { get; init; }
}
