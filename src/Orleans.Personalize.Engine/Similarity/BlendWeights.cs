using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// How much each part counts, given the moment: a base, plus what each of the <see cref="MomentMeasures"/> adds. Models of before know buckets
/// of gaps and lengths instead. All arrays are indexed by <see cref="Scoring.ScorePartKind"/>.
/// </summary>
public sealed record BlendWeights
{
    /// <summary>The weights of the middle, float[parts].</summary>
    public required ImmutableArray<float> Base { get; init; }

    /// <summary>What each measure of the moment adds where it is 1, float[<see cref="MomentMeasures.Count"/>][parts]; empty for nothing.</summary>
    public ImmutableArray<ImmutableArray<float>> Measures { get; init; } = [];

    /// <summary>Upper ends of the gap buckets but the last, in seconds, ascending.</summary>
    public required ImmutableArray<double> GapBounds { get; init; }

    /// <summary>What each gap bucket adds, float[GapBounds + 1][parts].</summary>
    public required ImmutableArray<ImmutableArray<float>> Gap { get; init; }

    /// <summary>Longest history, in interactions, of each length bucket but the last, ascending.</summary>
    public required ImmutableArray<int> LengthBounds { get; init; }

    /// <summary>What each length bucket adds, float[LengthBounds + 1][parts].</summary>
    public required ImmutableArray<ImmutableArray<float>> Length { get; init; }

    /// <summary>Weights for a model that learnt nothing: content for taste, the rest for what others watch.</summary>
    public static BlendWeights Unlearnt { get; } = Constant([1f, 1f, 1f, 0.5f, 0.3f, 0.3f, 0.3f, 0f, 0.2f, 0f, 0.2f, 0f, 0.5f, 0.5f, 1f, -1f, 0.5f]);

    /// <summary>Weights that do not depend on the moment.</summary>
    public static BlendWeights Constant(ImmutableArray<float> weights) => new()
    {
        Base = weights,
        GapBounds = [],
        Gap = [[.. weights.Select(_ => 0f)]],
        LengthBounds = [],
        Length = [[.. weights.Select(_ => 0f)]],
    };

    /// <summary>Writes the weights of a moment.</summary>
    /// <param name="gapSeconds">Seconds since the latest interaction.</param>
    /// <param name="interactions">Length of the history.</param>
    /// <param name="novelty">How much the latest titles were new when they were chosen, 0 (or unknown) to 1.</param>
    /// <param name="weights">float[parts], overwritten.</param>
    public void Fill(double gapSeconds, int interactions, float novelty, Span<float> weights)
    {
        var gap = Gap[GapBucket(gapSeconds)];
        var length = Length[LengthBucket(interactions)];
        for (var part = 0; part < weights.Length; part++)
            weights[part] = Base[part] + gap[part] + length[part];
        if (Measures.IsEmpty)
            return;
        Span<float> measures = stackalloc float[MomentMeasures.Count];
        MomentMeasures.Fill(gapSeconds, interactions, novelty, measures);
        for (var measure = 0; measure < measures.Length; measure++)
            TensorPrimitives.MultiplyAdd(Measures[measure].AsSpan(), measures[measure], weights, weights);
    }

    /// <summary>The same where there are more parts, which count for nothing; itself where it has fewer than the first models had.</summary>
    internal BlendWeights Extended(int parts)
    {
        if (Base.IsDefault || Base.Length < Scoring.ScoreBuffer.FewestParts)
            return this;
        return this with { Base = Extend(Base), Gap = ExtendAll(Gap), Length = ExtendAll(Length), Measures = ExtendAll(Measures) };

        ImmutableArray<float> Extend(ImmutableArray<float> row) =>
            row.IsDefault || row.Length >= parts ? row : [.. row, .. Enumerable.Repeat(0f, parts - row.Length)];

        ImmutableArray<ImmutableArray<float>> ExtendAll(ImmutableArray<ImmutableArray<float>> rows) =>
            rows.IsDefault ? rows : [.. rows.Select(Extend)];
    }

    internal bool HasShape(int parts) =>
        !Base.IsDefault && !GapBounds.IsDefault && !Gap.IsDefault && !LengthBounds.IsDefault && !Length.IsDefault
        && Base.Length == parts
        && !Measures.IsDefault
        && (Measures.Length is 0 or MomentMeasures.Count)
        && Measures.All(row => !row.IsDefault && row.Length == parts)
        && Gap.Length == GapBounds.Length + 1
        && Gap.All(row => !row.IsDefault && row.Length == parts)
        && Length.Length == LengthBounds.Length + 1
        && Length.All(row => !row.IsDefault && row.Length == parts);

    private int GapBucket(double seconds)
    {
        var bucket = 0;
        while (bucket < GapBounds.Length && seconds > GapBounds[bucket])
            bucket++;
        return bucket;
    }

    private int LengthBucket(int interactions)
    {
        var bucket = 0;
        while (bucket < LengthBounds.Length && interactions > LengthBounds[bucket])
            bucket++;
        return bucket;
    }
}
