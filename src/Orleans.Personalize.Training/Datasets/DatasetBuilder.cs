using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>Makes a dataset of the titles and events of a live service or of an import.</summary>
public static class DatasetBuilder
{
    /// <summary>
    /// Builds a dataset. Events stand in the order of time; events of the same time keep their order. Events without a signal about a title, or
    /// about titles that are not among <paramref name="titles"/>, are left out.
    /// </summary>
    /// <param name="name">A short name.</param>
    /// <param name="titles">All titles.</param>
    /// <param name="profiles">Profiles that come first, in this order; others follow as they occur.</param>
    /// <param name="events">The events, of any profiles.</param>
    public static Dataset Build(string name, ImmutableArray<Title> titles, ImmutableArray<ProfileId> profiles, IEnumerable<ProfileEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var titleIndex = new Dictionary<TitleId, int>(titles.Length);
        for (var i = 0; i < titles.Length; i++)
        {
            titleIndex.TryAdd(titles[i].Id, i);
        }

        var allProfiles = ImmutableArray.CreateBuilder<ProfileId>(profiles.Length);
        var profileIndex = new Dictionary<ProfileId, int>(profiles.Length);
        int IndexOf(ProfileId profile)
        {
            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(profileIndex, profile, out var exists);
            if (!exists)
            {
                index = allProfiles.Count;
                allProfiles.Add(profile);
            }

            return index;
        }

        foreach (var profile in profiles)
        {
            IndexOf(profile);
        }

        var result = new List<DatasetEvent>();
        foreach (var profileEvent in events)
        {
            if (profileEvent is TitleRated rated && titleIndex.TryGetValue(rated.Title, out var title))
            {
                result.Add(new DatasetEvent(IndexOf(rated.Profile), title, (float)((rated.Stars - 2.75) / 2.25), (float)rated.Stars, rated.Time.ToUnixTimeSeconds()));
            }
        }

        return new Dataset
        {
            Name = name,
            Titles = titles,
            Profiles = allProfiles.DrainToImmutable(),
            Events = [.. result.OrderBy(e => e.UnixSeconds)],
        };
    }
}
