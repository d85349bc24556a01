using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>What <see cref="StableTasteTrainer"/> solves: each title by all others, the weight of a title for itself held at zero.</summary>
internal sealed class StableTasteEquations : INormalEquations
{
    private readonly EventHistories _liked;
    private readonly double[] _weights;
    private readonly int[] _places;
    private readonly float[] _ridge;
    private readonly float[] _diagonal;

    public StableTasteEquations(EventHistories liked, StableTasteOptions options)
    {
        _liked = liked;
        _weights = StableTasteTrainer.ProfileWeights(liked, options);
        var counts = liked.Counts();
        Sources = SourceTitles.Choose(counts, options.MinimumEvents, options.MaximumSources);
        _places = SourceTitles.Numbers(liked.TitleCount, Sources);
        _diagonal = OwnProducts();
        var ridge = StableTasteTrainer.Ridge(counts, Sources, options);
        _ridge = Array.ConvertAll(_diagonal, own => (float)(ridge + (own * options.Dropout / (1 - options.Dropout))));
        TensorPrimitives.Add(_diagonal, _ridge, _diagonal);
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Sources { get; }

    /// <inheritdoc/>
    public ImmutableArray<double> Decays => [1];

    /// <inheritdoc/>
    public bool IsOwnWeightZero => true;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Diagonal => _diagonal;

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> columns, int width, Span<float> products)
    {
        for (var source = 0; source < Sources.Length; source++)
            TensorPrimitives.Multiply(columns.Slice(source * width, width), _ridge[source], products.Slice(source * width, width));
        Span<float> sum = stackalloc float[width];
        for (var profile = 0; profile < _liked.ProfileCount; profile++)
        {
            sum.Clear();
            foreach (var title in _liked.Titles(profile))
            {
                if (_places[title] is >= 0 and var place)
                    TensorPrimitives.Add(sum, columns.Slice(place * width, width), sum);
            }

            AddToAll(profile, sum, products);
        }
    }

    /// <inheritdoc/>
    public void FillTargets(ReadOnlySpan<int> places, Span<float> products)
    {
        products.Clear();
        var width = places.Length;
        var column = new int[Sources.Length];
        Array.Fill(column, -1);
        for (var i = 0; i < width; i++)
            column[places[i]] = i;
        Span<float> sum = stackalloc float[width];
        for (var profile = 0; profile < _liked.ProfileCount; profile++)
        {
            sum.Clear();
            var any = false;
            foreach (var title in _liked.Titles(profile))
            {
                if (_places[title] is >= 0 and var place && column[place] is >= 0 and var own)
                {
                    sum[own]++;
                    any = true;
                }
            }

            if (any)
                AddToAll(profile, sum, products);
        }
    }

    private void AddToAll(int profile, ReadOnlySpan<float> sum, Span<float> products)
    {
        foreach (var title in _liked.Titles(profile))
        {
            if (_places[title] is not (>= 0 and var place))
                continue;
            var product = products.Slice(place * sum.Length, sum.Length);
            TensorPrimitives.MultiplyAdd(sum, (float)_weights[profile], product, product);
        }
    }

    private float[] OwnProducts()
    {
        var products = new float[Sources.Length];
        var times = new Dictionary<int, int>();
        for (var profile = 0; profile < _liked.ProfileCount; profile++)
        {
            times.Clear();
            foreach (var title in _liked.Titles(profile))
                times[title] = times.GetValueOrDefault(title) + 1;
            foreach (var (title, number) in times)
            {
                if (_places[title] is >= 0 and var place)
                    products[place] += (float)(_weights[profile] * number * number);
            }
        }

        return products;
    }
}
