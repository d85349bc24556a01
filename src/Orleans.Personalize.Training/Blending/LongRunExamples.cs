using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Live;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Takes questions about the long run from events that a model was not fitted to: what does a profile like from a moment on, in whatever
/// order?
/// </summary>
internal sealed class LongRunExamples
{
    private readonly IReadOnlyList<DatasetEvent> _ordered;
    private readonly List<int>?[] _ofProfile;
    private readonly HashSet<int> _moments;

    /// <summary>Draws a moment for every profile with events after the first <paramref name="fitted"/>.</summary>
    /// <param name="ordered">Events in the order of time.</param>
    /// <param name="fitted">How many events, from the first, the model was fitted to.</param>
    /// <param name="profiles">One more than the largest profile index.</param>
    /// <param name="most">How many examples at most, spread evenly over the profiles.</param>
    /// <param name="seed">Seed of the moments.</param>
    public LongRunExamples(IReadOnlyList<DatasetEvent> ordered, int fitted, int profiles, int most, ulong seed)
    {
        _ordered = ordered;
        _ofProfile = new List<int>?[profiles];
        for (var i = 0; i < ordered.Count; i++)
            (_ofProfile[ordered[i].Profile] ??= []).Add(i);
        var random = new SeededRandom(seed);
        var moments = new List<int>();
        foreach (var places in _ofProfile)
        {
            if (places is null || places[^1] < fitted)
                continue;
            var known = places.FindIndex(place => place >= fitted);
            var moment = known + random.NextBelow(places.Count - known);
            if (LikedFrom(places, moment).Length > 0)
                moments.Add(places[moment]);
        }

        var taken = Math.Min(most, moments.Count);
        _moments = [.. Enumerable.Range(0, taken).Select(i => moments[(int)((long)i * moments.Count / taken)])];
    }

    /// <summary>Walks over the events, as if the running counts had lived on; in the order of the moments.</summary>
    /// <param name="titles">One more than the largest title index.</param>
    /// <param name="communities">Asked, whenever the examples are gone through, which taste communities the running counts know.</param>
    public IEnumerable<HeldOutExample> Walk(int titles, Func<CommunityIndex?> communities)
    {
        var live = new LiveCounts(titles, communities());
        for (var i = 0; i < _ordered.Count; i++)
        {
            var e = _ordered[i];
            if (_moments.Contains(i))
            {
                var places = _ofProfile[e.Profile]!;
                var moment = places.BinarySearch(i);
                DatasetEvent[] before = [.. places.Take(moment).Select(place => _ordered[place])];
                var history = DatasetHistory.Latest(before, e.UnixSeconds);
                yield return new HeldOutExample(
                    history, LikedFrom(places, moment), live.MomentOf(history, DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds)))
                {
                    Seen = [.. before.Select(known => known.Title)],
                };
            }

            live.Add(e);
        }
    }

    // The liked titles that are new to the profile from a moment on.
    private ImmutableArray<DatasetEvent> LikedFrom(List<int> places, int moment)
    {
        var seen = places.Take(moment).Select(place => _ordered[place].Title).ToHashSet();
        return [.. places.Skip(moment).Select(place => _ordered[place]).Where(e => Judgement.IsLiked(e) && seen.Add(e.Title))];
    }
}
