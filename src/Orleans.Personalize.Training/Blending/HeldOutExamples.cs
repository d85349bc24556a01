using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Live;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>Takes questions with known answers from events that a model was not fitted to.</summary>
internal static class HeldOutExamples
{
    /// <summary>Events in the order of time; those of the same second keep their order.</summary>
    public static List<DatasetEvent> InTime(IEnumerable<DatasetEvent> events) => [.. events.OrderBy(e => e.UnixSeconds)];

    /// <summary>
    /// Walks over events in the order of time; every event after the first <paramref name="fitted"/> becomes an example, as if the model had
    /// been made then and the running counts had lived on: the profile must have a history and not know the title yet.
    /// </summary>
    /// <param name="ordered">Events in the order of time.</param>
    /// <param name="fitted">How many events, from the first, the model was fitted to.</param>
    /// <param name="profiles">One more than the largest profile index.</param>
    /// <param name="titles">One more than the largest title index.</param>
    /// <param name="most">How many examples at most, spread evenly.</param>
    /// <param name="shortest">Fewest events of a history.</param>
    /// <param name="communities">Asked, whenever the examples are gone through, which taste communities the running counts know; null for none.</param>
    public static IEnumerable<HeldOutExample> AfterTime(
        IReadOnlyList<DatasetEvent> ordered,
        int fitted,
        int profiles,
        int titles,
        int most,
        int shortest = 1,
        Func<CommunityIndex?>? communities = null)
    {
        var histories = new List<DatasetEvent>?[profiles];
        var live = new LiveCounts(titles, communities?.Invoke());
        var step = Math.Max(1.0, (ordered.Count - fitted) / (double)most);
        var due = (double)fitted;
        for (var i = 0; i < ordered.Count; i++)
        {
            var e = ordered[i];
            var history = histories[e.Profile] ??= [];
            if (i >= fitted && i >= due && history.Count >= shortest && history.TrueForAll(known => known.Title != e.Title))
            {
                var interactions = DatasetHistory.Latest(CollectionsMarshal.AsSpan(history), e.UnixSeconds);
                var moment = live.MomentOf(interactions, DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds));
                yield return new HeldOutExample(interactions, [e], moment) { Position = i };
                due = Math.Max(due + step, i + 1 - step);
            }

            history.Add(e);
            live.Add(e);
        }
    }
}
