using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>Events of a dataset as the engine sees them; a title's index in the dataset is its catalogue number.</summary>
internal static class DatasetHistory
{
    /// <summary>The longest history that a profile's state keeps.</summary>
    public const int Longest = 500;

    public static Interaction ToInteraction(in DatasetEvent e) =>
        new(e.Title, Interaction.ToSeconds(DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds)), e.Strength);

    /// <summary>The latest events of a profile, oldest first.</summary>
    public static Interaction[] Latest(ReadOnlySpan<DatasetEvent> events)
    {
        events = events[Math.Max(0, events.Length - Longest)..];
        var interactions = new Interaction[events.Length];
        for (var i = 0; i < events.Length; i++)
            interactions[i] = ToInteraction(events[i]);
        return interactions;
    }
}
