using System.Buffers;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The model's vectors laid out by catalogue number; a title that the model does not hold gets its vector from its themes.</summary>
internal sealed class CatalogVectors
{
    // A history folded in twice as exactly is ranked the same.
    private const int Steps = 10;

    // Plays that tell as much of a new title as its content does.
    private const float HalfTrust = 20;

    private readonly PersonalizationModel _model;
    private readonly float[] _rows;

    // The same for scoring all titles.
    private readonly NarrowPanels _panels;
    private readonly float[] _norms;

    // 0 where there is no vector.
    private readonly float[] _inverseNorms;
    private readonly int _count;

    public CatalogVectors(Catalog catalog, ThemeIndex themes, PersonalizationModel model, ModelTitles titles)
    {
        _model = model;
        Dimension = model.Manifest.Dimension;
        _count = catalog.Count;
        _rows = new float[_count * Dimension];
        _panels = new NarrowPanels(_count, Dimension);
        _norms = new float[_count];
        _inverseNorms = new float[_count];
        if (Dimension == 0)
            return;
        var themeRows = ThemeRows(themes, model);
        for (var title = 0; title < _count; title++)
        {
            var row = _rows.AsSpan(title * Dimension, Dimension);
            var number = titles.ToModel(title);
            var trust = TrustIn(number, model);
            if (trust < 1)
                FromThemes(themes.ThemesOf(title), themeRows, model.ThemeVectors.Span, row);
            if (number >= 0)
                TensorPrimitives.Lerp(row, model.Vectors.Span.Slice(number * Dimension, Dimension), trust, row);
            _norms[title] = TensorPrimitives.Norm<float>(row);
            _inverseNorms[title] = _norms[title] > 0 ? 1 / _norms[title] : 0;
            _panels.Set(title, row);
        }
    }

    /// <summary>Length of every vector; 0 for a model that has none.</summary>
    public int Dimension { get; }

    /// <summary>The product of every title's vector with the vector that the liked titles of a history are folded into.</summary>
    public void Score(ReadOnlySpan<Interaction> history, Span<float> scores)
    {
        scores.Clear();
        Span<float> vector = stackalloc float[Dimension];
        if (TryFoldIn(history, vector))
            _panels.Add(vector, scores);
    }

    /// <summary>The same for a history that is kept, from its sums where they are known.</summary>
    public void Score(ReadOnlySpan<Interaction> history, FoldInSums sums, Span<float> scores)
    {
        if (!sums.IsKnown)
        {
            Score(history, scores);
            return;
        }

        scores.Clear();
        if (sums.Liked == 0 || _model.Manifest.FoldIn is not { } foldIn)
            return;
        Span<float> vector = stackalloc float[Dimension];
        vector.Clear();
        FoldIn.SolveSummed(sums.Matrix, sums.Right, foldIn.Ridge(sums.Liked, _model.Titles.Length), Steps, vector);
        _panels.Add(vector, scores);
    }

    /// <summary>Sums up what the vector of a history is found from.</summary>
    public void Gather(ReadOnlySpan<Interaction> history, FoldInSums sums)
    {
        sums.Begin(Dimension);
        if (Dimension == 0 || _model.Manifest.FoldIn is not { } foldIn)
            return;
        TensorPrimitives.Multiply(_model.Gram, foldIn.Unobserved, sums.Matrix);
        sums.Right.Clear();
        var rented = ArrayPool<int>.Shared.Rent(history.Length);
        var liked = rented.AsSpan(0, Liked(history, rented));
        RowProducts.AddSquares(liked, _rows, Dimension, sums.Matrix);
        foreach (var title in liked)
            TensorPrimitives.Add(sums.Right, RowOf(title), sums.Right);
        sums.Liked = liked.Length;
        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Adds what one interaction adds to them, or takes it out.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="sums">The sums.</param>
    public void Add(in Interaction interaction, int sign, FoldInSums sums)
    {
        if (Dimension == 0 || _model.Manifest.FoldIn is null || !IsLiked(interaction))
            return;
        var row = RowOf(interaction.Title);
        for (var i = 0; i < Dimension; i++)
        {
            var target = sums.Matrix.Slice(i * Dimension, Dimension);
            TensorPrimitives.MultiplyAdd(row, sign * row[i], target, target);
        }

        TensorPrimitives.MultiplyAdd(row, sign, sums.Right, sums.Right);
        sums.Liked += sign;
    }

    /// <summary>The cosine of every title's vector with that of one title, -1 to 1.</summary>
    public void Similarity(int title, Span<float> scores)
    {
        scores.Clear();
        if (Dimension == 0 || !(_norms[title] > 0))
            return;
        Span<float> direction = stackalloc float[Dimension];
        TensorPrimitives.Divide(_rows.AsSpan(title * Dimension, Dimension), _norms[title], direction);
        _panels.Add(direction, scores);
        TensorPrimitives.Multiply(scores, _inverseNorms, scores);
    }

    // How much the vector of a title counts against what its content leads to expect.
    private static float TrustIn(int number, PersonalizationModel model) => number switch
    {
        < 0 => 0,
        _ when model.Newness.Span.IsEmpty => 1,
        _ => 1 - (model.Newness.Span[number] * HalfTrust / (HalfTrust + model.Popularity.Span[number])),
    };

    private bool TryFoldIn(ReadOnlySpan<Interaction> history, Span<float> vector)
    {
        vector.Clear();
        if (Dimension == 0 || _model.Manifest.FoldIn is not { } foldIn)
            return false;
        var rented = ArrayPool<int>.Shared.Rent(history.Length);
        var liked = Liked(history, rented);
        var ridge = foldIn.Ridge(liked, _model.Titles.Length);
        FoldIn.Solve(rented.AsSpan(0, liked), _rows, _model.Gram, foldIn.Unobserved, ridge, Steps, vector);
        ArrayPool<int>.Shared.Return(rented);
        return liked > 0;
    }

    private bool IsLiked(in Interaction interaction) => interaction.Strength >= _model.Manifest.LikedStrength && (uint)interaction.Title < (uint)_count;

    private int Liked(ReadOnlySpan<Interaction> history, Span<int> titles)
    {
        var liked = 0;
        foreach (var interaction in history)
        {
            if (IsLiked(interaction))
                titles[liked++] = interaction.Title;
        }

        return liked;
    }

    private ReadOnlySpan<float> RowOf(int title) => _rows.AsSpan(title * Dimension, Dimension);

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
