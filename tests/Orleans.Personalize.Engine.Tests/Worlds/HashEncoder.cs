using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Tests.Worlds;

/// <summary>
/// Reads a history as a faded sum of vectors made up from the titles' numbers, times strength and more after a long time: whatever is read
/// twice, not at all or in another order shows.
/// </summary>
internal sealed class HashEncoder : IHistoryEncoder
{
    private readonly float[][] _vectors;

    public HashEncoder(int titles, int dimension, string version)
    {
        Dimension = dimension;
        ModelVersion = version;
        var random = new Random(7);
        _vectors = [.. Enumerable.Range(0, titles).Select(_ => Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray())];
    }

    public int Dimension { get; }

    public string ModelVersion { get; }

    public ReadOnlySpan<float> this[int title] => _vectors[title % _vectors.Length];

    public void Advance(Span<sbyte> vector, int title, float strength, long? secondsSince)
    {
        var factor = strength * (secondsSince is > 3600 ? 2 : 1);
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (sbyte)Math.Clamp(MathF.Round((0.9f * vector[i]) + (factor * 60 * this[title][i])), -127, 127);
    }
}
