using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Tests.Worlds;

/// <summary>Vectors made up from the titles' numbers.</summary>
internal sealed class HashVectors : ITitleVectors
{
    private readonly float[][] _vectors;

    public HashVectors(int titles, int dimension, string version)
    {
        Dimension = dimension;
        ModelVersion = version;
        var random = new Random(7);
        _vectors = [.. Enumerable.Range(0, titles).Select(_ => Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray())];
    }

    public int Dimension { get; }

    public string ModelVersion { get; }

    public ReadOnlySpan<float> this[int title] => _vectors[title % _vectors.Length];
}
