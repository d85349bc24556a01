using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Scores every title of a catalogue for a profile in one pass over its history. Immutable and safe for concurrent use;
/// what changes from call to call is in the caller's <see cref="ScoreBuffer"/>.
/// </summary>
public sealed class TitleScorer
{
    // What an interaction counts of the one after it.
    private const float Decay = 0.97f;

    private readonly ThemeIndex _themes;

    /// <summary>Matches the catalogue with the model and prepares what all answers share.</summary>
    public TitleScorer(Catalog catalog, PersonalizationModel model)
    {
        Catalog = catalog;
        Model = model;
        _themes = new ThemeIndex(catalog);
        Vectors = new NoVectors(model.Info.Version);
    }

    /// <summary>The titles that are scored.</summary>
    public Catalog Catalog { get; }

    /// <summary>The model they are scored with.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>The vectors that preference vectors are made from.</summary>
    public ITitleVectors Vectors { get; }

    /// <summary>Fills a buffer with the blended score and the parts of every title.</summary>
    /// <param name="history">The profile's interactions, oldest first; titles by catalogue number, unknown numbers are passed over.</param>
    /// <param name="preferenceVector">Half[Dimension] of <see cref="Vectors"/>, or empty where there is none.</param>
    /// <param name="moment">What is true right now.</param>
    /// <param name="buffer">A buffer for this catalogue; everything in it is overwritten.</param>
    /// <exception cref="ArgumentException">The buffer or the vector is of another size.</exception>
    public void Score(ReadOnlySpan<Interaction> history, ReadOnlySpan<Half> preferenceVector, Moment moment, ScoreBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(buffer);
        if (buffer.Count != Catalog.Count) throw new ArgumentException("the buffer is for another catalogue", nameof(buffer));
        if (preferenceVector.Length > 0 && preferenceVector.Length != Vectors.Dimension)
            throw new ArgumentException("the vector is of another model", nameof(preferenceVector));
        foreach (var kind in Enum.GetValues<ScorePartKind>()) buffer.Part(kind).Clear();
        buffer.Weights.Clear();
        FillContent(history, buffer.Part(ScorePartKind.Content));
        FillTrend(moment.Trend, buffer.Part(ScorePartKind.Trend));
        FillPlayNext(moment, buffer.Part(ScorePartKind.PlayNext));
        Blend(buffer);
    }

    /// <summary>How probable it is that the profile likes a title once it watches it: a calibrated probability in [0,1].</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="buffer">The buffer that <see cref="Score"/> filled for this profile.</param>
    public float MatchScore(int title, ScoreBuffer buffer) =>
        Catalog[title] is null ? 0 : 1 / (1 + MathF.Exp(-0.5f * buffer.Total[title]));

    /// <summary>How similar every title is to one title, also where one of them was never played.</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="similarity">float[Catalog.Count], overwritten; 0 (nothing in common) to 1, the title itself and holes 0.</param>
    /// <exception cref="ArgumentException">The span is shorter than the catalogue.</exception>
    public void Similarity(int title, Span<float> similarity)
    {
        if (similarity.Length < Catalog.Count) throw new ArgumentException("the span is shorter than the catalogue", nameof(similarity));
        FillContent([new Interaction(title, 0, 1)], similarity[..Catalog.Count], standardize: false);
        if ((uint)title < (uint)Catalog.Count) similarity[title] = 0;
        TensorPrimitives.Min(similarity, 1, similarity);
    }

    private void FillContent(ReadOnlySpan<Interaction> history, Span<float> content, bool standardize = true)
    {
        var taste = new float[_themes.Themes.Length];
        var weight = 1f;
        for (var i = history.Length - 1; i >= 0; i--)
        {
            foreach (var (theme, share) in _themes.ThemesOf(history[i].Title)) taste[theme] += weight * history[i].Strength * share;
            weight *= Decay;
        }

        for (var title = 0; title < content.Length; title++)
        {
            var sum = 0f;
            foreach (var (theme, share) in _themes.ThemesOf(title)) sum += share * taste[theme];
            content[title] = sum;
        }

        if (standardize) Standardize(content);
    }

    private static void FillTrend(TrendSnapshot trend, Span<float> part)
    {
        var known = Math.Min(part.Length, trend.Plays.Length);
        TensorPrimitives.LogP1(trend.Plays.AsSpan()[..known], part[..known]);
        Standardize(part);
    }

    private static void FillPlayNext(Moment moment, Span<float> part)
    {
        foreach (var counts in moment.PlayNext)
        {
            foreach (var (next, count) in counts.Next)
            {
                if ((uint)next < (uint)part.Length) part[next] += MathF.Log(1 + count);
            }
        }

        Standardize(part);
    }

    private void Blend(ScoreBuffer buffer)
    {
        var total = buffer.Total;
        total.Clear();
        foreach (var (kind, weight) in (ReadOnlySpan<(ScorePartKind, float)>)
            [(ScorePartKind.Content, 1), (ScorePartKind.Trend, 0.5f), (ScorePartKind.PlayNext, 0.3f)])
        {
            buffer.Weights[(int)kind] = weight;
            TensorPrimitives.MultiplyAdd(buffer.Part(kind), weight, total, total);
        }

        for (var title = 0; title < total.Length; title++)
        {
            if (Catalog[title] is null) total[title] = float.NegativeInfinity;
        }
    }

    private static void Standardize(Span<float> part)
    {
        if (part.IsEmpty) return;
        TensorPrimitives.Subtract(part, TensorPrimitives.Sum<float>(part) / part.Length, part);
        var deviation = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(part) / part.Length);
        if (deviation > 1e-6f) TensorPrimitives.Divide(part, deviation, part);
        else part.Clear();
    }

    private sealed class NoVectors(string modelVersion) : ITitleVectors
    {
        public int Dimension => 0;

        public string ModelVersion { get; } = modelVersion;

        public ReadOnlySpan<float> this[int title] => [];
    }
}
