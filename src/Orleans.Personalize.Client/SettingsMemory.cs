using System.Collections.Concurrent;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Client;

/// <summary>
/// The settings of the profiles that were answered last, for the time when neither they nor the list of profiles can be reached. Learns them from the list, beside the
/// answer and not before it, at most once in five minutes for each. Safe for concurrent use.
/// </summary>
/// <param name="capacity">How many.</param>
/// <param name="find">Asks the list of profiles.</param>
/// <param name="time">Says how old they are.</param>
internal sealed class SettingsMemory(int capacity, Func<ProfileId, Task<ProfileSettings?>> find, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<ProfileId, Entry> _entries = new();
    private readonly ConcurrentQueue<ProfileId> _order = new();

    /// <summary>A profile was answered: who comes again soon, perhaps when it cannot be reached.</summary>
    public void Answered(ProfileId profile)
    {
        if (capacity == 0 || (_entries.TryGetValue(profile, out var known) && time.GetUtcNow() - known.At < MaxAge / 2))
            return;
        var entry = new Entry(known?.Settings, known?.LearntAt ?? default, time.GetUtcNow());
        if (known is null ? TryAdd(profile, entry) : _entries.TryUpdate(profile, entry, known))
            LearnAsync(profile, entry).Ignore();
    }

    /// <summary>Forgets a profile: it is being changed or erased.</summary>
    public void Forget(ProfileId profile) => _entries.TryRemove(profile, out _);

    /// <summary>What was known of the profile not long ago, or null.</summary>
    public ProfileSettings? Find(ProfileId profile) =>
        _entries.TryGetValue(profile, out var entry) && time.GetUtcNow() - entry.LearntAt < MaxAge ? entry.Settings : null;

    private async Task LearnAsync(ProfileId profile, Entry asked)
    {
        var settings = await find(profile);

        // Only where nothing newer was said meanwhile.
        _entries.TryUpdate(profile, new Entry(settings, asked.At, asked.At), asked);
    }

    private bool TryAdd(ProfileId profile, Entry entry)
    {
        if (!_entries.TryAdd(profile, entry))
            return false;
        _order.Enqueue(profile);
        while (_order.Count > capacity && _order.TryDequeue(out var oldest))
            _entries.TryRemove(oldest, out _);
        return true;
    }

    /// <summary>What is known of a profile.</summary>
    /// <param name="settings">Its settings; null for not known.</param>
    /// <param name="learntAt">When they were its settings.</param>
    /// <param name="at">When they were asked for last.</param>
    private sealed class Entry(ProfileSettings? settings, DateTimeOffset learntAt, DateTimeOffset at)
    {
        public ProfileSettings? Settings => settings;

        public DateTimeOffset LearntAt => learntAt;

        public DateTimeOffset At => at;
    }
}
