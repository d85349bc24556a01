using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// Sums a history up in one vector of the model's space: every interaction adds its title's vector times its strength and fades by a
/// constant factor with each interaction after it. Made anew from the latest interactions, so it is a function of the history alone.
/// </summary>
internal static class PreferenceVectors
{
    private const float Largest = 60000;

    /// <summary>The vector of a history.</summary>
    /// <param name="entries">The visits, oldest first.</param>
    /// <param name="vectors">The titles' vectors.</param>
    public static Half[] Of(ReadOnlySpan<HistoryEntry> entries, ITitleVectors vectors)
    {
        entries = entries[Math.Max(0, entries.Length - ProfileMemory.VectorInteractions)..];
        Span<Interaction> interactions = stackalloc Interaction[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            interactions[i] = new Interaction(entries[i].Title, entries[i].Seconds, entries[i].Strength);
        return Of(interactions, vectors);
    }

    /// <summary>The vector of a history.</summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <param name="vectors">The titles' vectors.</param>
    public static Half[] Of(ReadOnlySpan<Interaction> history, ITitleVectors vectors)
    {
        if (vectors.Dimension == 0)
            return [];
        Span<float> sum = stackalloc float[vectors.Dimension];
        sum.Clear();
        var weight = 1f;
        for (var i = history.Length - 1; i >= 0 && history.Length - i <= ProfileMemory.VectorInteractions; i--)
        {
            TensorPrimitives.MultiplyAdd(vectors[history[i].Title], weight * history[i].Strength, sum, sum);
            weight *= ProfileMemory.VectorDecay;
        }

        var halves = new Half[sum.Length];
        for (var i = 0; i < sum.Length; i++)
            halves[i] = float.IsNaN(sum[i]) ? Half.Zero : (Half)Math.Clamp(sum[i], -Largest, Largest);
        return halves;
    }
}
