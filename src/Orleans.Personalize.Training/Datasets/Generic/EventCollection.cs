using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>The events of an import: those that a service would accept, each id once a profile.</summary>
internal sealed class EventCollection(ImportRun run)
{
    private readonly Catalog _catalog = new([.. run.Titles.ToImmutable()], version: 0);
    private readonly HashSet<(ProfileId Profile, EventId Id)> _ids = [];

    /// <summary>Adds an event; returns what is wrong with it, or null. When it happened does not matter, only that it is known.</summary>
    public string? Add(ProfileEvent profileEvent)
    {
        if (EventRules.Check(profileEvent, _catalog, now: profileEvent.Time) is { } problem)
        {
            return $"{problem.Field}: {problem.Reason}";
        }

        if (!_ids.Add((profileEvent.Profile, profileEvent.Id)))
        {
            return $"id: the profile has an event '{profileEvent.Id}' already";
        }

        run.Profiles.Ensure(profileEvent.Profile);
        run.Events.Add(profileEvent);
        return null;
    }
}
