using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>
/// What <see cref="MultiScaleTrainer"/> solves, for all scales at once. A history is run through forwards for what the weights predict after each event, and
/// backwards for what that means to the weights of the events before, so that a product takes time in proportion to the events.
/// </summary>
internal sealed class MultiScaleEquations : INormalEquations
{
    private readonly EventHistories _histories;
    private readonly MultiScaleOptions _options;
    private readonly int[] _places;
    private readonly float[] _diagonal;

    public MultiScaleEquations(EventHistories histories, MultiScaleOptions options)
    {
        _histories = histories;
        _options = options;
        Sources = SourceTitles.Choose(histories.Counts(), options.MinimumEvents, options.MaximumSources);
        _places = SourceTitles.Numbers(histories.TitleCount, Sources);
        _diagonal = MakeDiagonal();
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Sources { get; }

    /// <inheritdoc/>
    public ImmutableArray<double> Decays => [.. _options.Scales.Select(scale => scale.Decay)];

    /// <inheritdoc/>
    public bool IsOwnWeightZero => false;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Diagonal => _diagonal;

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<float> columns, int width, Span<float> products)
    {
        products.Clear();
        var predicted = new float[_histories.LongestHistory * width];
        var states = new float[_options.Scales.Length * width];
        for (var profile = 0; profile < _histories.ProfileCount; profile++)
        {
            Predict(profile, columns, width, states, predicted);
            Spread(profile, predicted, width, states, products);
        }

        for (var unknown = 0; unknown < _diagonal.Length; unknown++)
        {
            var product = products.Slice(unknown * width, width);
            TensorPrimitives.MultiplyAdd(columns.Slice(unknown * width, width), Ridge(unknown), product, product);
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
        var targets = new float[_histories.LongestHistory * width];
        var states = new float[_options.Scales.Length * width];
        for (var profile = 0; profile < _histories.ProfileCount; profile++)
        {
            if (TryFillTargets(profile, column, width, targets))
                Spread(profile, targets, width, states, products);
        }
    }

    private bool TryFillTargets(int profile, int[] column, int width, Span<float> targets)
    {
        var titles = _histories.Titles(profile);
        Span<float> later = stackalloc float[width];
        later.Clear();
        var any = false;
        for (var position = titles.Length - 2; position >= 0; position--)
        {
            TensorPrimitives.Multiply(later, (float)_options.TargetDecay, later);
            if (_places[titles[position + 1]] is >= 0 and var place && column[place] is >= 0 and var own)
            {
                later[own]++;
                any = true;
            }

            later.CopyTo(targets[(position * width)..]);
        }

        return any;
    }

    // After each event but the last, which nothing follows.
    private void Predict(int profile, ReadOnlySpan<float> columns, int width, Span<float> states, Span<float> predicted)
    {
        var titles = _histories.Titles(profile);
        var weights = _histories.Weights(profile);
        states.Clear();
        for (var position = 0; position + 1 < titles.Length; position++)
        {
            var sum = predicted.Slice(position * width, width);
            sum.Clear();
            var place = _places[titles[position]];
            for (var scale = 0; scale < _options.Scales.Length; scale++)
            {
                var state = states.Slice(scale * width, width);
                TensorPrimitives.Multiply(state, (float)_options.Scales[scale].Decay, state);
                if (place >= 0)
                    TensorPrimitives.MultiplyAdd(columns.Slice(((scale * Sources.Length) + place) * width, width), weights[position], state, state);
                TensorPrimitives.Add(sum, state, sum);
            }
        }
    }

    private void Spread(int profile, ReadOnlySpan<float> values, int width, Span<float> states, Span<float> products)
    {
        var titles = _histories.Titles(profile);
        var weights = _histories.Weights(profile);
        states.Clear();
        for (var position = titles.Length - 2; position >= 0; position--)
        {
            var place = _places[titles[position]];
            for (var scale = 0; scale < _options.Scales.Length; scale++)
            {
                var state = states.Slice(scale * width, width);
                TensorPrimitives.MultiplyAdd(state, (float)_options.Scales[scale].Decay, values.Slice(position * width, width), state);
                if (place < 0)
                    continue;
                var product = products.Slice(((scale * Sources.Length) + place) * width, width);
                TensorPrimitives.MultiplyAdd(state, weights[position], product, product);
            }
        }
    }

    private float Ridge(int unknown) => (float)_options.Scales[unknown / Sources.Length].Regularization;

    // Without the products of a title with itself in one history, which are few: it only says how far to step.
    private float[] MakeDiagonal()
    {
        var diagonal = new float[_options.Scales.Length * Sources.Length];
        for (var i = 0; i < diagonal.Length; i++)
            diagonal[i] = Ridge(i);
        for (var profile = 0; profile < _histories.ProfileCount; profile++)
        {
            var titles = _histories.Titles(profile);
            var weights = _histories.Weights(profile);
            for (var position = 0; position + 1 < titles.Length; position++)
            {
                if (_places[titles[position]] is not (>= 0 and var place))
                    continue;
                for (var scale = 0; scale < _options.Scales.Length; scale++)
                {
                    var squared = _options.Scales[scale].Decay * _options.Scales[scale].Decay;
                    var sum = (1 - Math.Pow(squared, titles.Length - 1 - position)) / (1 - squared);
                    diagonal[(scale * Sources.Length) + place] += (float)(weights[position] * weights[position] * sum);
                }
            }
        }

        return diagonal;
    }
}
