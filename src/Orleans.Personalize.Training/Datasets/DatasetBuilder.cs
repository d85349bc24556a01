using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>Makes a dataset of the titles and events of a live service or of an import.</summary>
public static class DatasetBuilder
{
    /// <summary>
    /// Builds a dataset. What <see cref="Signals"/> counts as history becomes a dataset event; all that a profile does with a title during one
    /// visit (opens it, plays, pauses, comes to the end, rates it) is one event, at the time at which the visit began, of the strength that the visit
    /// ended with. Events stand in the order of time; those of the same time keep the order in which they came.
    /// </summary>
    /// <param name="name">A short name.</param>
    /// <param name="titles">All titles; events about others are left out.</param>
    /// <param name="profiles">Profiles that come first, in this order, also if they have no events; others follow as they occur.</param>
    /// <param name="events">The events of any profiles, in any order.</param>
    public static Dataset Build(string name, ImmutableArray<Title> titles, ImmutableArray<ProfileId> profiles, IEnumerable<ProfileEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var titleIndex = new Dictionary<TitleId, int>(titles.Length);
        for (var i = 0; i < titles.Length; i++)
        {
            titleIndex.TryAdd(titles[i].Id, i);
        }

        var people = new ProfileIndex(profiles);
        var signals = new List<DatasetSignal>();
        foreach (var profileEvent in events)
        {
            if (TitleOf(profileEvent) is { } id && titleIndex.TryGetValue(id, out var title)
                && Signals.Of(profileEvent, titles[title]) is { IsHistory: true } signal)
            {
                var rating = profileEvent is TitleRated rated ? (float)rated.Stars : float.NaN;
                signals.Add(new(people.IndexOf(profileEvent.Profile), title, signal, rating, profileEvent.Time.ToUnixTimeSeconds()));
            }
        }

        return new Dataset { Name = name, Titles = titles, Profiles = people.ToImmutable(), Events = Merge(signals) };
    }

    private static TitleId? TitleOf(ProfileEvent profileEvent) => profileEvent switch
    {
        ITitleEvent titleEvent => titleEvent.Title,
        NotificationOpened opened => opened.About,
        NotificationDismissed dismissed => dismissed.About,
        _ => null,
    };

    private static ImmutableArray<DatasetEvent> Merge(List<DatasetSignal> signals)
    {
        var visits = new List<DatasetVisit>();
        var latest = new Dictionary<(int Profile, int Title), int>();
        foreach (var signal in signals.OrderBy(signal => signal.UnixSeconds))
        {
            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(latest, (signal.Profile, signal.Title), out var exists);
            if (exists && visits[index].Belongs(signal))
            {
                visits[index].Add(signal);
            }
            else
            {
                index = visits.Count;
                visits.Add(new DatasetVisit(signal));
            }
        }

        return [.. visits.Where(visit => visit.Counts).Select(visit => visit.ToEvent())];
    }

    /// <summary>Numbers profiles as they come.</summary>
    private sealed class ProfileIndex
    {
        private readonly ImmutableArray<ProfileId>.Builder _profiles = ImmutableArray.CreateBuilder<ProfileId>();
        private readonly Dictionary<ProfileId, int> _index = [];

        public ProfileIndex(ImmutableArray<ProfileId> first)
        {
            foreach (var profile in first)
            {
                IndexOf(profile);
            }
        }

        public int IndexOf(ProfileId profile)
        {
            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, profile, out var exists);
            if (!exists)
            {
                index = _profiles.Count;
                _profiles.Add(profile);
            }

            return index;
        }

        public ImmutableArray<ProfileId> ToImmutable() => _profiles.ToImmutable();
    }
}
