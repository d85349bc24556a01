using System.Collections.Immutable;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Gathers what first screens found beside what flat lists found.</summary>
/// <param name="dataset">The titles.</param>
/// <param name="places">How many titles a first screen has.</param>
internal sealed class FirstScreenTally(Dataset dataset, int places)
{
    private readonly SortedDictionary<string, ClusteredMean> _means = new(StringComparer.Ordinal);
    private readonly Dictionary<Slice, (RankingPair Means, int Count)> _slices = [];
    private readonly CatalogCoverage _page = new(dataset.Titles.Length, int.MaxValue);
    private readonly CatalogCoverage _screen = new(dataset.Titles.Length, int.MaxValue);
    private readonly CatalogCoverage _list = new(dataset.Titles.Length, int.MaxValue);
    private readonly List<double> _microseconds = [];

    public ImmutableSortedDictionary<string, MetricValue> Metrics => _means
        .ToImmutableSortedDictionary(mean => mean.Key, mean => mean.Value.Value, StringComparer.Ordinal)
        .Add("page coverage", _page.Measured)
        .Add("screen coverage", _screen.Measured)
        .Add($"list coverage@{places}", _list.Measured);

    public ImmutableArray<EvaluationSlice> Slices =>
    [
        .. _slices.OrderBy(slice => slice.Key.Order).Select(slice => new EvaluationSlice
        {
            Group = slice.Key.Group,
            Name = slice.Key.Name,
            Count = slice.Value.Count,
            Metrics = ImmutableSortedDictionary<string, MetricValue>.Empty
                .Add("screen HR", slice.Value.Means.Screen.Value)
                .Add($"list HR@{places}", slice.Value.Means.List.Value),
        }),
    ];

    public ImmutableSortedDictionary<string, MetricValue> Microseconds
    {
        get
        {
            double[] sorted = [.. _microseconds.Order()];
            return sorted.Length == 0
                ? ImmutableSortedDictionary<string, MetricValue>.Empty
                : ImmutableSortedDictionary<string, MetricValue>.Empty
                    .Add("pageMedian", Quantile.Of(sorted, 0.5))
                    .Add("pageP99", Quantile.Of(sorted, 0.99));
        }
    }

    public void Add(StrongSplit.Folded folded, ComposedScreen composed)
    {
        var sought = folded.Predict.Select(e => e.Title).ToHashSet();
        var (screen, list) = (composed.Screen.Count(sought.Contains), composed.List.Count(sought.Contains));
        double best = Math.Min(places, sought.Count);
        Add("screen HR", folded, Math.Min(1, screen));
        Add($"list HR@{places}", folded, Math.Min(1, list));
        Add("screen HR less list HR", folded, Math.Min(1, screen) - Math.Min(1, list));
        Add("screen recall", folded, screen / best);
        Add($"list recall@{places}", folded, list / best);
        Add("screen recall less list recall", folded, (screen - list) / best);
        Add("page themes", folded, composed.Themes);
        Add("screen genres", folded, Genres(composed.Screen));
        Add("list genres", folded, Genres(composed.List));
        _page.Add(folded.Profile, composed.Page);
        _screen.Add(folded.Profile, composed.Screen);
        _list.Add(folded.Profile, composed.List);
        _microseconds.Add(composed.Microseconds);
        var slice = LengthSlices.Of(folded.FoldIn.Length);
        if (!_slices.TryGetValue(slice, out var part))
            part = (new RankingPair(new ClusteredMean(), new ClusteredMean()), 0);
        part.Means.Screen.Add(folded.Profile, Math.Min(1, screen));
        part.Means.List.Add(folded.Profile, Math.Min(1, list));
        _slices[slice] = part with { Count = part.Count + 1 };
    }

    private void Add(string name, StrongSplit.Folded folded, double value)
    {
        if (!_means.TryGetValue(name, out var mean))
            _means.Add(name, mean = new ClusteredMean());
        mean.Add(folded.Profile, value);
    }

    private int Genres(int[] titles) =>
        titles.SelectMany(title => dataset.Titles[title].Genres.IsDefault ? [] : dataset.Titles[title].Genres.AsEnumerable())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();

    private sealed record RankingPair(ClusteredMean Screen, ClusteredMean List);
}
