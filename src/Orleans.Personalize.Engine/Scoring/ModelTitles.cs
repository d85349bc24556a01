using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Which title of the catalogue is which title of the model.</summary>
internal sealed class ModelTitles
{
    private readonly int[] _toModel;

    public ModelTitles(Catalog catalog, PersonalizationModel model)
    {
        _toModel = new int[catalog.Count];
        Array.Fill(_toModel, -1);
        for (var number = 0; number < model.Titles.Length; number++)
        {
            if (catalog.TryGetNumber(model.Titles[number], out var title))
                _toModel[title] = number;
        }

        ModelCount = model.Titles.Length;
    }

    /// <summary>How many titles the model holds.</summary>
    public int ModelCount { get; }

    /// <summary>The model's number of a title of the catalogue; -1 where the model does not hold it or there is no such title.</summary>
    public int ToModel(int title) => (uint)title < (uint)_toModel.Length ? _toModel[title] : -1;

    /// <summary>Spreads float[ModelCount + 1], whose last value stands for unknown titles, over the catalogue.</summary>
    public void Spread(ReadOnlySpan<float> values, Span<float> target)
    {
        var unknown = values[ModelCount];
        for (var title = 0; title < _toModel.Length; title++)
        {
            var number = _toModel[title];
            target[title] = number < 0 ? unknown : values[number];
        }
    }

    /// <summary>The same for what does not change: log(1 + value), standardized over the titles that are there.</summary>
    public float[] SpreadLogarithms(ReadOnlySpan<float> values, int present)
    {
        var scratch = new float[ModelCount + 1];
        values.CopyTo(scratch);
        TensorPrimitives.LogP1(scratch, scratch);
        var spread = new float[_toModel.Length];
        Spread(scratch, spread);
        Standardization.Apply(spread, present);
        return spread;
    }
}
