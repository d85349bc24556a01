using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// The last event of every profile is the test, the one before it the validation, the rest is for training. Profiles with too few events
/// take no part, and their events are not trained on.
/// </summary>
public sealed class LeaveOneOutSplit
{
    private LeaveOneOutSplit(IReadOnlyList<DatasetEvent> training, IReadOnlyList<ProfileHistory> profiles)
    {
        Training = training;
        Profiles = profiles;
    }

    /// <summary>Events to train on.</summary>
    public IReadOnlyList<DatasetEvent> Training { get; }

    /// <summary>The profiles that take part.</summary>
    public IReadOnlyList<ProfileHistory> Profiles { get; }

    /// <summary>Splits a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="minimumEvents">Fewest events of a profile that takes part, at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is below 3.</exception>
    public static LeaveOneOutSplit Of(Dataset dataset, int minimumEvents = 3)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumEvents, 3);
        var byProfile = dataset.Events.GroupBy(e => e.Profile).Where(group => group.Count() >= minimumEvents).OrderBy(group => group.Key);
        var profiles = byProfile.Select(group => new ProfileHistory(group.Key, [.. group])).ToList();
        return new LeaveOneOutSplit([.. profiles.SelectMany(profile => profile.Events.Take(profile.Events.Count - 2))], profiles);
    }

    /// <summary>All events of one profile.</summary>
    /// <param name="Profile">Index of the profile in the dataset.</param>
    /// <param name="Events">Its events in their order.</param>
    public sealed record ProfileHistory(int Profile, IReadOnlyList<DatasetEvent> Events)
    {
        /// <summary>The event held out for validation.</summary>
        public DatasetEvent Validation => Events[^2];

        /// <summary>The event held out for the test.</summary>
        public DatasetEvent Test => Events[^1];
    }
}
