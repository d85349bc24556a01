using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Factorization;

/// <summary>
/// Fits the map from themes to vectors by ridge regression over the titles that have vectors of their own, so that a new title gets one at
/// once (Z. Gantner et al., "Learning Attribute-to-Feature Mappings for Cold-Start Recommendations", 2010).
/// </summary>
internal sealed class ThemeVectorTrainer(ContentOptions options, int threads, Steps steps)
{
    /// <summary>A title's vectors count half as much as they can when it has this many events.</summary>
    public const double HalfTrust = 20;

    /// <summary>Fits the map.</summary>
    /// <param name="vectors">The titles' vectors.</param>
    /// <param name="counts">How many events each title has.</param>
    /// <param name="numbers">The catalogue number of each title.</param>
    /// <param name="themes">The themes of the catalogue.</param>
    public ThemeVectors Fit(TitleFactors vectors, int[] counts, ReadOnlySpan<int> numbers, ThemeIndex themes)
    {
        var places = Choose(counts, numbers, themes);
        if (places.Count == 0 || vectors.Dimension == 0)
            return ThemeVectors.None;
        var dimension = vectors.Dimension;
        var gram = new DenseMatrix(places.Count, places.Count);
        using var products = new DenseMatrix(places.Count, dimension);
        for (var title = 0; title < counts.Length; title++)
        {
            if (counts[title] < options.MinimumEvents)
                continue;
            var trust = counts[title] / (counts[title] + HalfTrust);
            Accumulate(themes.ThemesOf(numbers[title]), places, (float)trust, vectors[title], gram, products);
        }

        for (var i = 0; i < places.Count; i++)
            gram[i, i] += (float)options.Regularization;
        steps.Solve(gram, products, threads);
        return Sorted(places, products, dimension, themes);
    }

    // The themes of at least two titles with vectors, the most frequent where there are too many: theme index to row.
    private Dictionary<int, int> Choose(int[] counts, ReadOnlySpan<int> numbers, ThemeIndex themes)
    {
        var titles = new int[themes.Themes.Length];
        for (var title = 0; title < counts.Length; title++)
        {
            if (counts[title] < options.MinimumEvents)
                continue;
            foreach (var weight in themes.ThemesOf(numbers[title]))
                titles[weight.Theme]++;
        }

        return Enumerable.Range(0, titles.Length)
            .Where(theme => titles[theme] >= 2)
            .OrderByDescending(theme => titles[theme])
            .ThenBy(theme => themes[theme].Id.Value)
            .Take(options.MaximumThemes)
            .Select((theme, row) => (theme, row))
            .ToDictionary(entry => entry.theme, entry => entry.row);
    }

    private static void Accumulate(
        ReadOnlySpan<ThemeWeight> weights,
        Dictionary<int, int> places,
        float trust,
        ReadOnlySpan<float> vector,
        DenseMatrix gram,
        DenseMatrix products)
    {
        foreach (var weight in weights)
        {
            if (!places.TryGetValue(weight.Theme, out var row))
                continue;
            foreach (var other in weights)
            {
                if (places.TryGetValue(other.Theme, out var column))
                    gram[row, column] += trust * weight.Weight * other.Weight;
            }

            var right = products.Row(row);
            for (var i = 0; i < vector.Length; i++)
                right[i] += trust * weight.Weight * vector[i];
        }
    }

    private static ThemeVectors Sorted(Dictionary<int, int> places, DenseMatrix solution, int dimension, ThemeIndex themes)
    {
        var order = places.OrderBy(place => themes[place.Key].Id.Value).ToList();
        var vectors = new float[order.Count * dimension];
        for (var i = 0; i < order.Count; i++)
            solution.Row(order[i].Value).CopyTo(vectors.AsSpan(i * dimension));
        return new ThemeVectors([.. order.Select(place => themes[place.Key].Id.Value)], vectors);
    }
}
