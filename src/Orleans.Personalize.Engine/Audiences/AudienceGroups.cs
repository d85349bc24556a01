using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>What the profiles of a core audience have in common, without the groups that are too small to be told of.</summary>
internal sealed class AudienceGroups
{
    private const int LikedThemes = 5;
    private const int ToldOfAKind = 10;

    private readonly ThemeIndex _themes;
    private readonly CommunityIndex _communities;

    public AudienceGroups(
        ThemeIndex themes, CommunityIndex communities, IReadOnlyCollection<AudienceViewer> all, IReadOnlyCollection<AudienceViewer> core, int minimum)
    {
        _themes = themes;
        _communities = communities;
        var everywhere = all.SelectMany(viewer => GroupsOf(viewer.Member)).CountBy(group => group).ToDictionary();
        var found = core.SelectMany(viewer => GroupsOf(viewer.Member)).CountBy(group => group).ToList();
        LeftOut = found.Count(group => group.Value < minimum);
        Told =
        [
            .. found.Where(group => group.Value >= minimum)
                .Select(group => new AudienceGroup
                {
                    Kind = group.Key.Kind,
                    Name = group.Key.Name,
                    Sampled = group.Value,
                    Share = Math.Round((double)group.Value / core.Count, 4),
                    Lift = Math.Round((double)group.Value / core.Count * all.Count / everywhere[group.Key], 2),
                })
                .OrderBy(group => group.Kind)
                .ThenByDescending(group => group.Sampled)
                .ThenBy(group => group.Name, StringComparer.Ordinal)
                .GroupBy(group => group.Kind)
                .SelectMany(kind => kind.Take(ToldOfAKind)),
        ];
    }

    /// <summary>The groups, kind after kind, the largest first.</summary>
    public ImmutableArray<AudienceGroup> Told { get; }

    /// <summary>How many were too small.</summary>
    public int LeftOut { get; }

    private IEnumerable<(AudienceGroupKind Kind, string Name)> GroupsOf(AudienceMember member)
    {
        foreach (var theme in TasteComparison.LikedThemes(member.State, _themes, AtMost: LikedThemes, theme => theme.Kind is ThemeKind.Genre or ThemeKind.Tag))
            yield return (theme.Kind == ThemeKind.Genre ? AudienceGroupKind.Genre : AudienceGroupKind.Tag, theme.Name);
        if (CommunityOf(member.State) is { } community)
            yield return (AudienceGroupKind.Community, community);
        if ((member.Settings.Country ?? member.State.LastCountry) is { } country)
            yield return (AudienceGroupKind.Country, country);
        if (member.State.LastDevice is { } device)
            yield return (AudienceGroupKind.Device, JsonNamingPolicy.CamelCase.ConvertName(device.ToString()));
    }

    private string? CommunityOf(ProfileState state)
    {
        Span<Interaction> history = stackalloc Interaction[ProfileState.MaxInteractions];
        return _communities.MainOf(history[..state.CopyInteractions(history)]);
    }
}
