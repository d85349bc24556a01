using Orleans.Personalize.Events;

namespace Orleans.Personalize.Demo;

/// <summary>Brings the events of many profiles into one order.</summary>
internal static class Timeline
{
    /// <summary>Merges sequences that are in the order of time each; of events of the same time, those of the earlier sequence come first.</summary>
    public static IEnumerable<ProfileEvent> Merge(IEnumerable<IEnumerable<ProfileEvent>> stories)
    {
        var queue = new PriorityQueue<IEnumerator<ProfileEvent>, (DateTimeOffset Time, int Number)>();
        try
        {
            var number = 0;
            foreach (var story in stories)
            {
                Advance(queue, story.GetEnumerator(), number++);
            }

            while (queue.TryDequeue(out var story, out var place))
            {
                yield return story.Current;
                Advance(queue, story, place.Number);
            }
        }
        finally
        {
            foreach (var (story, _) in queue.UnorderedItems)
            {
                story.Dispose();
            }
        }
    }

    private static void Advance(
        PriorityQueue<IEnumerator<ProfileEvent>, (DateTimeOffset Time, int Number)> queue, IEnumerator<ProfileEvent> story, int number)
    {
        if (story.MoveNext())
        {
            queue.Enqueue(story, (story.Current.Time, number));
        }
        else
        {
            story.Dispose();
        }
    }
}
