using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// How much each part counts, given the moment: a base, plus what the time since the event before adds, plus what the length of the history
/// adds. All arrays are indexed by <see cref="Scoring.ScorePartKind"/>.
/// </summary>
public sealed record BlendWeights
{
    /// <summary>The weights of the middle, float[parts].</summary>
    public required ImmutableArray<float> Base { get; init; }

    /// <summary>Upper ends of the gap buckets but the last, in seconds, ascending.</summary>
    public required ImmutableArray<double> GapBounds { get; init; }

    /// <summary>What each gap bucket adds, float[GapBounds + 1][parts].</summary>
    public required ImmutableArray<ImmutableArray<float>> Gap { get; init; }

    /// <summary>Longest history, in interactions, of each length bucket but the last, ascending.</summary>
    public required ImmutableArray<int> LengthBounds { get; init; }

    /// <summary>What each length bucket adds, float[LengthBounds + 1][parts].</summary>
    public required ImmutableArray<ImmutableArray<float>> Length { get; init; }

    /// <summary>Weights for a model that learnt nothing: content for taste, the rest for what others watch.</summary>
    public static BlendWeights Unlearnt { get; } = Constant([1f, 1f, 1f, 0.5f, 0.6f, 0.6f, 0.8f]);

    /// <summary>Weights that do not depend on the moment.</summary>
    public static BlendWeights Constant(ImmutableArray<float> weights)
    {
        ImmutableArray<float> none = [.. weights.Select(_ => 0f)];
        ImmutableArray<double> gaps = [1, 60, 3600];
        ImmutableArray<int> lengths = [2, 9, 49];
        return new()
        {
            Base = weights,
            GapBounds = gaps,
            Gap = [.. Enumerable.Repeat(none, gaps.Length + 1)],
            LengthBounds = lengths,
            Length = [.. Enumerable.Repeat(none, lengths.Length + 1)],
        };
    }

    /// <summary>The bucket of a gap, in seconds.</summary>
    public int GapBucket(double seconds)
    {
        var bucket = 0;
        while (bucket < GapBounds.Length && seconds > GapBounds[bucket])
            bucket++;
        return bucket;
    }

    /// <summary>The bucket of a history's length, in interactions.</summary>
    public int LengthBucket(int interactions)
    {
        var bucket = 0;
        while (bucket < LengthBounds.Length && interactions > LengthBounds[bucket])
            bucket++;
        return bucket;
    }

    /// <summary>Writes the weights of a moment.</summary>
    /// <param name="gapSeconds">Seconds since the latest interaction.</param>
    /// <param name="interactions">Length of the history.</param>
    /// <param name="weights">float[parts], overwritten.</param>
    public void Fill(double gapSeconds, int interactions, Span<float> weights)
    {
        var gap = Gap[GapBucket(gapSeconds)];
        var length = Length[LengthBucket(interactions)];
        for (var part = 0; part < weights.Length; part++)
            weights[part] = Base[part] + gap[part] + length[part];
    }

    internal bool HasShape(int parts) =>
        !Base.IsDefault && !GapBounds.IsDefault && !Gap.IsDefault && !LengthBounds.IsDefault && !Length.IsDefault
        && Base.Length == parts
        && Gap.Length == GapBounds.Length + 1
        && Gap.All(row => !row.IsDefault && row.Length == parts)
        && Length.Length == LengthBounds.Length + 1
        && Length.All(row => !row.IsDefault && row.Length == parts);
}
