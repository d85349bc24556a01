using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Which title of the catalogue is which title of the model.</summary>
internal sealed class ModelTitles
{
    private readonly int[] _toModel;

    // The same, unknown titles at the end.
    private readonly int[] _sources;

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
        _sources = Array.ConvertAll(_toModel, number => number < 0 ? ModelCount : number);
    }

    /// <summary>How many titles the model holds.</summary>
    public int ModelCount { get; }

    /// <summary>The model's number of a title of the catalogue; -1 where the model does not hold it or there is no such title.</summary>
    public int ToModel(int title) => (uint)title < (uint)_toModel.Length ? _toModel[title] : -1;

    /// <summary>Spreads float[ModelCount + 1], whose last value stands for unknown titles, over the catalogue.</summary>
    public void Spread(ReadOnlySpan<float> values, Span<float> target)
    {
        values = values[..(ModelCount + 1)];
        var sources = _sources.AsSpan();
        target = target[..sources.Length];
        var title = 0;
        if (Avx2.IsSupported)
            title = SpreadWide(values, sources, target);
        ref var value = ref MemoryMarshal.GetReference(values);
        for (; title < sources.Length; title++)
            target[title] = Unsafe.Add(ref value, sources[title]);
    }

    // Eight titles at a time; returns how many are done. The sources were made for values of this length.
    private static unsafe int SpreadWide(ReadOnlySpan<float> values, ReadOnlySpan<int> sources, Span<float> target)
    {
        var title = 0;
        fixed (float* value = values)
        {
            for (; title + Vector256<int>.Count <= sources.Length; title += Vector256<int>.Count)
                Avx2.GatherVector256(value, Vector256.Create(sources[title..]), sizeof(float)).CopyTo(target[title..]);
        }

        return title;
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
