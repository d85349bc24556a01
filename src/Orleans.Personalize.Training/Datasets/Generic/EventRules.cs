using Orleans.Personalize.Events;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>Which events may enter an import: those a service would accept, each id once a profile.</summary>
internal sealed class EventRules(ImportRun run)
{
    private readonly HashSet<(ProfileId Profile, EventId Id)> _ids = [];

    /// <summary>Adds an event; returns what is wrong with it, or null.</summary>
    public string? Add(ProfileEvent profileEvent)
    {
        if (profileEvent is ITitleEvent { Title: var title } && !run.Titles.Contains(title))
        {
            return $"title: there is no title '{title}'";
        }

        if (profileEvent is TitleRated { Stars: not (>= 0.5 and <= 5) })
        {
            return "stars: must be 0.5 to 5";
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
