using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>Events of a dataset as the engine sees them; a title's index in the dataset is its catalogue number.</summary>
internal static class DatasetHistory
{
    /// <summary>The longest history that a profile's state keeps.</summary>
    public const int Longest = 500;

    /// <summary>The latest events of a profile, oldest first, at the times of the last thing it did in each.</summary>
    /// <param name="events">What it did, in order.</param>
    /// <param name="until">The moment that is asked about, in seconds since 1970-01-01T00:00:00Z; a visit that goes on later is as of then.</param>
    public static Interaction[] Latest(ReadOnlySpan<DatasetEvent> events, long until = long.MaxValue)
    {
        events = events[Math.Max(0, events.Length - Longest)..];
        var interactions = new Interaction[events.Length];
        for (var i = 0; i < events.Length; i++)
            interactions[i] = ToInteraction(events[i], until);
        return interactions;
    }

    private static Interaction ToInteraction(in DatasetEvent e, long until) =>
        new(e.Title, Interaction.ToSeconds(DateTimeOffset.FromUnixTimeSeconds(Math.Min(e.EndUnixSeconds, until))), e.Strength);
}
