using System.Collections.Immutable;

namespace Orleans.Personalize.Audiences;

/// <summary>
/// Who a title is for. Every sampled profile ranks all titles that it may see as its own answers do, but for what is watched at this
/// moment: an audience is about lasting taste.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.TitleAudience")]
public sealed record TitleAudience
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Whether it is a forecast for a title as it was described in the request.</summary>
    [Id(1)]
    public required bool IsForecast { get; init; }

    /// <summary>How many profiles there are.</summary>
    [Id(2)]
    public required long Profiles { get; init; }

    /// <summary>How many of them were looked at.</summary>
    [Id(3)]
    public required int Sampled { get; init; }

    /// <summary>Those who may see it: by maturity, and by country where it is limited to some.</summary>
    [Id(4)]
    public required AudienceSize MaySee { get; init; }

    /// <summary>Those who played it.</summary>
    [Id(5)]
    public required AudienceSize Played { get; init; }

    /// <summary>Those among whose first so many titles it is; they may see it and did not play it.</summary>
    [Id(6)]
    public required ImmutableArray<AudienceSize> AmongFirst { get; init; }

    /// <summary>Those who would like it with at least this probability, if they watched it; they may see it and did not play it.</summary>
    [Id(7)]
    public required ImmutableArray<AudienceSize> MatchAtLeast { get; init; }

    /// <summary>The core audience: those among whose first titles it is, one title in fifty, at most fifty and at least five. Groups and examples are of them.</summary>
    [Id(8)]
    public required AudienceSize Core { get; init; }

    /// <summary>What the core audience has in common, kind after kind, the largest groups first.</summary>
    [Id(9)]
    public required ImmutableArray<AudienceGroup> Groups { get; init; }

    /// <summary>How many groups were too small to be told of.</summary>
    [Id(10)]
    public required int GroupsLeftOut { get; init; }

    /// <summary>Profiles of the core audience, the nearest first.</summary>
    [Id(11)]
    public required ImmutableArray<ProfileId> Examples { get; init; }

    /// <summary>The model that ranked.</summary>
    [Id(12)]
    public required string ModelVersion { get; init; }
}
