using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>A published split that holds out whole profiles, as tab-separated files.</summary>
internal sealed class StrongSplit
{
    private const float LikedStars = 4;

    private StrongSplit(Dataset dataset, IReadOnlyList<DatasetEvent> training, IReadOnlyList<Folded> validation, IReadOnlyList<Folded> test)
    {
        Dataset = dataset;
        Training = training;
        Validation = validation;
        Test = test;
    }

    /// <summary>The dataset of liked events only.</summary>
    public Dataset Dataset { get; }

    public IReadOnlyList<DatasetEvent> Training { get; }

    public IReadOnlyList<Folded> Validation { get; }

    public IReadOnlyList<Folded> Test { get; }

    /// <summary>Reads the files of a split; only events of four stars and more take part.</summary>
    /// <exception cref="ArgumentException">No folder is named.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A line is broken or names what the dataset does not have.</exception>
    public static StrongSplit Read(Dataset dataset, string? folder)
    {
        if (string.IsNullOrEmpty(folder))
            throw new ArgumentException("This protocol needs the folder of the published splits.", nameof(folder));
        var liked = UsedTitles.Of(dataset, e => e.Rating >= LikedStars);
        var numbers = liked.Profiles.Select((id, index) => (id.Value, index)).ToDictionary(x => x.Value, x => x.index, StringComparer.Ordinal);
        var training = Lines(folder, $"{dataset.Name}.strong.train_profiles.tsv", 1).Select(line => Number(numbers, line)).ToHashSet();
        var byProfile = liked.Events.ToLookup(e => e.Profile);
        return new StrongSplit(
            liked,
            [.. liked.Events.Where(e => training.Contains(e.Profile))],
            ReadFolded(folder, $"{dataset.Name}.strong.validation.tsv", numbers, liked, byProfile),
            ReadFolded(folder, $"{dataset.Name}.strong.test.tsv", numbers, liked, byProfile));
    }

    private static List<Folded> ReadFolded(
        string folder, string name, Dictionary<string, int> numbers, Dataset liked, ILookup<int, DatasetEvent> byProfile)
    {
        var titles = liked.Titles.Select((title, index) => (title.Id.Value, index)).ToDictionary(x => x.Value, x => x.index, StringComparer.Ordinal);
        var parts = new Dictionary<int, (HashSet<int> FoldIn, HashSet<int> Predict)>();
        foreach (var line in Lines(folder, name, 3))
        {
            var profile = Number(numbers, line);
            if (!titles.TryGetValue(line.Fields[2], out var title))
                throw Broken(line, $"there is no title '{line.Fields[2]}' with a rating of {LikedStars} stars");
            if (!parts.TryGetValue(profile, out var part))
                parts.Add(profile, part = ([], []));
            (line.Fields[1] == "fold_in" ? part.FoldIn : part.Predict).Add(title);
        }

        return [.. parts.OrderBy(entry => entry.Key).Select(entry => new Folded(
            entry.Key,
            [.. byProfile[entry.Key].Where(e => entry.Value.FoldIn.Contains(e.Title))],
            [.. byProfile[entry.Key].Where(e => entry.Value.Predict.Contains(e.Title))]))];
    }

    private static int Number(Dictionary<string, int> numbers, Line line) =>
        numbers.TryGetValue(line.Fields[0], out var number) ? number : throw Broken(line, $"there is no profile '{line.Fields[0]}'");

    private static InvalidDataException Broken(Line line, string reason) => new($"{line.File}:{line.Number}: {reason}.");

    private static IEnumerable<Line> Lines(string folder, string name, int fields)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new FileNotFoundException($"The published split '{path}' is missing.", path);
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            if (number++ == 0)
                continue;
            var line = new Line(path, number, text.Split('\t'));
            yield return line.Fields.Length == fields ? line : throw Broken(line, $"there are {line.Fields.Length} fields instead of {fields}");
        }
    }

    /// <summary>A profile that was not trained on.</summary>
    /// <param name="Profile">Index of the profile.</param>
    /// <param name="FoldIn">What is known of it, in the order of its events.</param>
    /// <param name="Predict">What is to be found.</param>
    public sealed record Folded(int Profile, DatasetEvent[] FoldIn, DatasetEvent[] Predict);

    private sealed record Line(string File, int Number, string[] Fields);
}
