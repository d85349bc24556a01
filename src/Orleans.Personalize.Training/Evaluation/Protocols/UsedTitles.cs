using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Leaves out titles that have no event at all: published figures rank the others only.</summary>
internal static class UsedTitles
{
    public static Dataset Of(Dataset dataset, Func<DatasetEvent, bool>? keep = null)
    {
        List<DatasetEvent> events = [.. keep is null ? dataset.Events : dataset.Events.Where(keep)];
        var isUsed = new bool[dataset.Titles.Length];
        foreach (var e in events)
            isUsed[e.Title] = true;
        var numbers = new int[isUsed.Length];
        var next = 0;
        for (var title = 0; title < isUsed.Length; title++)
            numbers[title] = isUsed[title] ? next++ : -1;
        return new Dataset
        {
            Name = dataset.Name,
            Titles = [.. dataset.Titles.Where((_, title) => isUsed[title])],
            Profiles = dataset.Profiles,
            Events = [.. events.Select(e => e with { Title = numbers[e.Title] })],
        };
    }
}
