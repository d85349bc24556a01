using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>
/// Reads this project's own format: <c>titles</c>, <c>profiles</c> and <c>events</c>, each as <c>.jsonl</c> (the API's json, one object a line) or
/// <c>.csv</c> (the same, flat). Only the titles must be there.
/// </summary>
internal static class GenericImporter
{
    /// <summary>The names that the file of the titles may have.</summary>
    public static readonly string[] TitleFiles = ["titles.jsonl", "titles.csv"];

    private static readonly string[] ProfileFiles = ["profiles.jsonl", "profiles.csv"];
    private static readonly string[] EventFiles = ["events.jsonl", "events.csv"];

    /// <summary>Imports a folder.</summary>
    public static ImportedData Import(ImportRun run)
    {
        var titles = Find(run, TitleFiles) ?? throw new ImportException($"there is neither '{string.Join("' nor '", TitleFiles)}' in '{run.Path}'");
        var profiles = Find(run, ProfileFiles);
        var events = Find(run, EventFiles);
        run.Expect(new[] { titles, profiles, events }.OfType<string>());
        Read<Title>(run, titles, GenericColumns.Title, run.Titles.Add);
        if (profiles is not null)
        {
            Read<ProfileSettings>(run, profiles, GenericColumns.Profile, run.Profiles.Add);
        }

        if (events is not null)
        {
            var collection = new EventCollection(run);
            Read<ProfileEvent>(run, events, GenericColumns.Event, collection.Add);
        }

        return run.Complete(DatasetFormats.Generic);
    }

    private static void Read<T>(ImportRun run, string path, FlatObject columns, Func<T, string?> take)
        where T : class
    {
        if (path.EndsWith(".csv", StringComparison.Ordinal))
        {
            columns.Read(run, path, take);
        }
        else
        {
            JsonLinesFile.Read(run, path, take);
        }
    }

    private static string? Find(ImportRun run, string[] names)
    {
        var found = names.Select(name => Files.Find(run, name)).OfType<string>().ToArray();
        return found.Length <= 1
            ? found.SingleOrDefault()
            : throw new ImportException($"there are both '{string.Join("' and '", names)}' in '{run.Path}'; one must go");
    }
}
