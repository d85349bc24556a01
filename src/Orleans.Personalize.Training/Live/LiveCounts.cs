using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Live;

/// <summary>What the owners of titles know while events come in: the engine's own running counts, replayed.</summary>
/// <param name="titles">One more than the largest title index.</param>
/// <param name="communities">Says which taste community plays count for; null where that is not known.</param>
internal sealed class LiveCounts(int titles, CommunityIndex? communities = null)
{
    private readonly TitleStatistics?[] _statistics = new TitleStatistics?[titles];
    private readonly Dictionary<int, List<int>> _latest = [];
    private readonly Dictionary<int, List<Interaction>> _chosen = [];

    /// <summary>Lets an event in.</summary>
    public void Add(in DatasetEvent e)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds);
        Apply(new TitleOutcome(e.Title, TitleOutcomeKind.Played, time, 1, -1, null) { Community = CommunityOf(e) });
        if (!_latest.TryGetValue(e.Profile, out var latest))
            _latest.Add(e.Profile, latest = []);
        latest.Remove(e.Title);
        for (var i = 0; i < latest.Count; i++)
            Apply(new TitleOutcome(latest[i], TitleOutcomeKind.PlayedNext, time, PlayNextRules.Share(i + 1), e.Title, null));
        latest.Insert(0, e.Title);
        if (latest.Count > PlayNextRules.Window)
            latest.RemoveAt(PlayNextRules.Window);
    }

    /// <summary>What a host would gather for an answer to a profile with this history.</summary>
    public Moment MomentOf(ReadOnlySpan<Interaction> history, DateTimeOffset now)
    {
        var next = ImmutableArray.CreateBuilder<PlayNextCounts>(PlayNextRules.Consulted);
        var asked = new HashSet<int>(PlayNextRules.Consulted);
        for (var i = history.Length - 1; i >= 0 && next.Count < PlayNextRules.Consulted; i--)
        {
            if (history[i].Strength >= 0 && asked.Add(history[i].Title))
                next.Add(new PlayNextCounts(history[i].Title, _statistics[history[i].Title]?.PlayNextAt(now) ?? []));
        }

        return new Moment(now, TrendSnapshot.Of(_statistics, now), next.ToImmutable());
    }

    // Of the profile before the event.
    private int? CommunityOf(in DatasetEvent e)
    {
        if (communities is not { Communities.Count: > 0 })
            return null;
        if (!_chosen.TryGetValue(e.Profile, out var chosen))
            _chosen.Add(e.Profile, chosen = new List<Interaction>(CommunityIndex.LatestInteractions));
        var community = communities.StrongestOf(CollectionsMarshal.AsSpan(chosen));
        if (chosen.Count == CommunityIndex.LatestInteractions)
            chosen.RemoveAt(0);
        chosen.Add(new Interaction(e.Title, 0, e.Strength));
        return community;
    }

    private void Apply(in TitleOutcome outcome) =>
        _statistics[outcome.Title] = (_statistics[outcome.Title] ?? TitleStatistics.Empty).Apply(outcome);
}
