using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The model's vectors laid out by catalogue number; a title that the model does not hold gets its vectors from its themes.</summary>
internal sealed class CatalogVectors : ITitleVectors
{
    private readonly float[] _sources;

    // Dimension-major, so that scoring streams over titles.
    private readonly float[] _targets;
    private readonly float[] _norms;
    private readonly int _count;

    public CatalogVectors(Catalog catalog, ThemeIndex themes, PersonalizationModel model, ModelTitles titles)
    {
        Dimension = model.Manifest.Dimension;
        ModelVersion = model.Info.Version;
        _count = catalog.Count;
        _sources = new float[_count * Dimension];
        _targets = new float[_count * Dimension];
        _norms = new float[_count];
        if (Dimension == 0)
            return;
        var rows = ThemeRows(themes, model);
        var target = new float[Dimension];
        for (var title = 0; title < _count; title++)
        {
            var source = _sources.AsSpan(title * Dimension, Dimension);
            if (titles.ToModel(title) is >= 0 and var number)
            {
                model.SourceVectors.Span.Slice(number * Dimension, Dimension).CopyTo(source);
                model.TargetVectors.Span.Slice(number * Dimension, Dimension).CopyTo(target);
            }
            else
            {
                FromThemes(themes.ThemesOf(title), rows, model.ThemeSourceVectors.Span, source);
                FromThemes(themes.ThemesOf(title), rows, model.ThemeTargetVectors.Span, target);
            }

            _norms[title] = TensorPrimitives.Norm<float>(target);
            for (var i = 0; i < Dimension; i++)
                _targets[(i * _count) + title] = target[i];
        }
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public string ModelVersion { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<float> this[int title] =>
        (uint)title < (uint)_count ? _sources.AsSpan(title * Dimension, Dimension) : new float[Dimension];

    /// <summary>The product of a preference vector with every title's target vector.</summary>
    public void Score(ReadOnlySpan<Half> preference, Span<float> scores)
    {
        scores.Clear();
        for (var i = 0; i < preference.Length; i++)
        {
            if (preference[i] != Half.Zero)
                TensorPrimitives.MultiplyAdd(_targets.AsSpan(i * _count, _count), (float)preference[i], scores, scores);
        }
    }

    /// <summary>The cosine of every title's target vector with that of one title, -1 to 1.</summary>
    public void Similarity(int title, Span<float> scores)
    {
        scores.Clear();
        if (Dimension == 0 || !(_norms[title] > 0))
            return;
        for (var i = 0; i < Dimension; i++)
        {
            var factor = _targets[(i * _count) + title] / _norms[title];
            TensorPrimitives.MultiplyAdd(_targets.AsSpan(i * _count, _count), factor, scores, scores);
        }

        for (var other = 0; other < _count; other++)
            scores[other] = _norms[other] > 0 ? scores[other] / _norms[other] : 0;
    }

    // The row of the model's theme vectors for each theme of the catalogue; -1 where there is none.
    private static int[] ThemeRows(ThemeIndex themes, PersonalizationModel model)
    {
        var rows = new int[themes.Themes.Length];
        for (var theme = 0; theme < rows.Length; theme++)
            rows[theme] = Math.Max(-1, model.Themes.Span.BinarySearch(themes[theme].Id.Value));
        return rows;
    }

    private static void FromThemes(ReadOnlySpan<ThemeWeight> themes, int[] rows, ReadOnlySpan<float> vectors, Span<float> vector)
    {
        vector.Clear();
        foreach (var theme in themes)
        {
            if (rows[theme.Theme] is >= 0 and var row)
                TensorPrimitives.MultiplyAdd(vectors.Slice(row * vector.Length, vector.Length), theme.Weight, vector, vector);
        }
    }
}
