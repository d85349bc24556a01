using System.Collections.Immutable;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>What the first titles of answers are like, whatever was held out: coverage, novelty, diversity.</summary>
internal sealed class ListFigures
{
    /// <summary>How many of the first titles are looked at.</summary>
    public const int Depth = 10;

    private readonly CatalogCoverage _coverage;
    private readonly Novelty _novelty;
    private readonly ListDiversity _diversity;

    public ListFigures(Dataset dataset, IReadOnlyList<DatasetEvent> training)
    {
        _coverage = new CatalogCoverage(dataset.Titles.Length, Depth);
        var plays = new int[dataset.Titles.Length];
        foreach (var (_, title) in training.Select(e => (e.Profile, e.Title)).Distinct())
            plays[title]++;
        _novelty = new Novelty(plays, training.Select(e => e.Profile).Distinct().Count(), Depth);
        _diversity = new ListDiversity(Genres(dataset), Depth);
    }

    public void Add(int profile, RankedAnswer answer)
    {
        var titles = Array.ConvertAll(answer.Top, top => top.Title);
        _coverage.Add(profile, titles);
        _novelty.Add(profile, titles);
        _diversity.Add(profile, titles);
    }

    public ImmutableSortedDictionary<string, MetricValue> AddTo(ImmutableSortedDictionary<string, MetricValue> metrics) => metrics
        .Add(_coverage.Name, _coverage.Measured)
        .Add(_novelty.Name, _novelty.Value)
        .Add(_diversity.Name, _diversity.Value);

    private static int[][] Genres(Dataset dataset)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. dataset.Titles.Select(title => title.Genres.IsDefault ? [] : title.Genres.Select(Number).Distinct().Order().ToArray()),
        ];

        int Number(string genre)
        {
            if (!numbers.TryGetValue(genre, out var number))
                numbers.Add(genre, number = numbers.Count);
            return number;
        }
    }
}
