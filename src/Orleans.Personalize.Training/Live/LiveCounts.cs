using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Live;

/// <summary>What the owners of titles know while events come in: the engine's own running counts, replayed.</summary>
internal sealed class LiveCounts(int titles)
{
    // As many as the engine asks for.
    private const int Consulted = 3;

    private readonly TitleStatistics?[] _statistics = new TitleStatistics?[titles];
    private readonly Dictionary<int, int> _latest = [];

    /// <summary>Lets an event in.</summary>
    public void Add(in DatasetEvent e)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds);
        Apply(new TitleOutcome(e.Title, TitleOutcomeKind.Played, time, 1, -1, null));
        if (_latest.TryGetValue(e.Profile, out var before) && before != e.Title)
            Apply(new TitleOutcome(before, TitleOutcomeKind.PlayedNext, time, 1, e.Title, null));
        _latest[e.Profile] = e.Title;
    }

    /// <summary>What a host would gather for an answer to a profile with this history.</summary>
    public Moment MomentOf(ReadOnlySpan<Interaction> history, DateTimeOffset now)
    {
        var next = ImmutableArray.CreateBuilder<PlayNextCounts>(Consulted);
        for (var i = history.Length - 1; i >= 0 && next.Count < Consulted; i--)
        {
            if (history[i].Strength > 0)
                next.Add(new PlayNextCounts(history[i].Title, _statistics[history[i].Title]?.PlayNextAt(now) ?? []));
        }

        var plays = new float[_statistics.Length];
        for (var title = 0; title < plays.Length; title++)
            plays[title] = _statistics[title]?.PlaysAt(now) ?? 0;
        return new Moment(now, new TrendSnapshot(now, ImmutableCollectionsMarshal.AsImmutableArray(plays)), next.ToImmutable());
    }

    private void Apply(in TitleOutcome outcome) =>
        _statistics[outcome.Title] = (_statistics[outcome.Title] ?? TitleStatistics.Empty).Apply(outcome);
}
