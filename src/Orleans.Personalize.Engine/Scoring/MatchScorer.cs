using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// How probable it is that a profile likes a title once it watches it. What a profile's judgements say of its taste is found by ridge
/// regression of their strengths on the titles' numbers (as fold-in of matrix factorization; Y. Koren et al., "Matrix Factorization Techniques
/// for Recommender Systems", 2009); what little it has judged says little.
/// </summary>
internal sealed class MatchScorer
{
    /// <summary>How many features there are: intercept, quality, mood, title mean, recent mood, taste, then the parts.</summary>
    public const int FeatureCount = Leading + ScoreBuffer.PartCount;

    private const int Leading = 6;

    // Moods last for some judgements only.
    private const float MoodFading = 0.8f;
    private const int MoodInteractions = 30;

    // Room for all numbers of a judgement, the mood before them.
    private const int Stride = MatchCalibration.MaxDimension + 1;

    private readonly PersonalizationModel _model;
    private readonly ModelTitles _titles;
    private readonly MatchCalibration _calibration;
    private readonly int _size;

    // The parts that count: each that is looked at lies elsewhere in memory.
    private readonly (ScorePartKind Part, float Weight)[] _telling;

    // float[titles]: the log-odds of what is the same for every profile.
    private readonly float[] _common;

    /// <summary>Prepares what all answers share.</summary>
    /// <param name="model">The model.</param>
    /// <param name="titles">Its titles in the catalogue.</param>
    /// <param name="count">The catalogue's number of titles, holes counted.</param>
    public MatchScorer(PersonalizationModel model, ModelTitles titles, int count)
    {
        (_model, _titles, _calibration) = (model, titles, model.Manifest.Match);
        _size = 1 + _calibration.Dimension;
        _telling = [.. _calibration.Parts.Select((weight, part) => ((ScorePartKind)part, weight)).Where(part => part.weight != 0)];
        _common = new float[count];
        for (var title = 0; title < count; title++)
            _common[title] = _calibration.Intercept + (_calibration.Quality * QualityOf(title)) + (_calibration.TitleMean * MeanOf(title));
    }

    // Full vectors of numbers.
    private int Rounded => (_size + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>Sums up what a history says of mood and taste.</summary>
    public void FoldIn(ReadOnlySpan<Interaction> history, ScoreBuffer buffer)
    {
        var state = buffer.Match(_size + 1);
        var taste = state[.._size];
        FoldInTaste(history, taste);
        state[_size] = RecentMood(history, taste[0]);
    }

    /// <summary>Writes the features of one title: float[<see cref="FeatureCount"/>].</summary>
    public void Features(int title, ScoreBuffer buffer, Span<float> features)
    {
        var state = buffer.Match(_size + 1);
        features[0] = 1;
        features[1] = QualityOf(title);
        features[2] = state[0];
        features[3] = MeanOf(title);
        features[4] = state[_size];
        features[5] = Product(NumbersOf(title), state[1.._size]);
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            features[Leading + part] = Limited(buffer.Part((ScorePartKind)part)[title]);
        }
    }

    /// <summary>The probability, 0 to 1.</summary>
    public float Score(int title, ScoreBuffer buffer)
    {
        var state = buffer.Match(_size + 1);
        var logOdds = _common[title]
            + (_calibration.Mood * state[0])
            + (_calibration.RecentMood * state[_size])
            + (_calibration.Taste * Product(NumbersOf(title), state[1.._size]));
        foreach (var (part, weight) in _telling)
            logOdds += weight * Limited(buffer.Part(part)[title]);
        return 1 / (1 + MathF.Exp(-logOdds));
    }

    private static float Limited(float value) => Math.Clamp(value, -MatchCalibration.PartLimit, MatchCalibration.PartLimit);

    private static float Product(ReadOnlySpan<float> numbers, ReadOnlySpan<float> taste) => TensorPrimitives.Dot(numbers, taste[..numbers.Length]);

    private float QualityOf(int title) => _titles.ToModel(title) is >= 0 and var number ? _model.Quality.Span[number] : 0;

    private float MeanOf(int title) => _titles.ToModel(title) is >= 0 and var number && _model.Judgements.Span is { IsEmpty: false } judgements
        ? judgements[number * _size]
        : 0;

    // Empty where nothing is known of the title.
    private ReadOnlySpan<float> NumbersOf(int title) => _titles.ToModel(title) is >= 0 and var number && _model.Judgements.Span is { IsEmpty: false } judgements
        ? judgements.Slice((number * _size) + 1, _size - 1)
        : [];

    // Solves for the profile's mood, which every judgement shares, and its taste.
    private void FoldInTaste(ReadOnlySpan<Interaction> history, Span<float> taste)
    {
        Span<float> sums = stackalloc float[Stride * Stride];
        Span<float> surprises = stackalloc float[Stride];
        Span<float> numbers = stackalloc float[Stride];
        sums.Clear();
        surprises.Clear();
        var weight = 1f;
        for (var i = history.Length - 1; i >= 0; i--, weight *= _calibration.Fading)
        {
            var known = NumbersOf(history[i].Title);
            numbers[0] = 1;
            known.CopyTo(numbers[1..]);
            numbers[(1 + known.Length)..].Clear();
            var surprise = weight * (history[i].Strength - _calibration.MeanStrength - MeanOf(history[i].Title));
            AddSquare(numbers[..Rounded], weight, sums);
            TensorPrimitives.MultiplyAdd(numbers, surprise, surprises, surprises);
        }

        Solve(sums, surprises, taste);
    }

    // The lower triangle of the sum of weight * numbers * numbers', eight columns at a time; what lies above the diagonal means nothing.
    private static void AddSquare(ReadOnlySpan<float> numbers, float weight, Span<float> sums)
    {
        ref var number = ref MemoryMarshal.GetReference(numbers);
        for (var row = 0; row < numbers.Length; row++)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums.Slice(row * Stride, Stride));
            var factor = Vector256.Create(weight * numbers[row]);
            for (nuint column = 0; column <= (nuint)row; column += (nuint)Vector256<float>.Count)
                Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref number, column), factor, Vector256.LoadUnsafe(ref sum, column)).StoreUnsafe(ref sum, column);
        }
    }

    private void Solve(ReadOnlySpan<float> sums, ReadOnlySpan<float> surprises, Span<float> taste)
    {
        Span<double> matrix = stackalloc double[_size * _size];
        Span<double> right = stackalloc double[_size];
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column <= row; column++)
                matrix[(row * _size) + column] = sums[(row * Stride) + column];
            matrix[(row * _size) + row] += row == 0 ? _calibration.MoodPrior : _calibration.TastePrior;
            right[row] = surprises[row];
        }

        SmallSystem.Solve(matrix, right);
        for (var i = 0; i < _size; i++)
            taste[i] = (float)right[i];
    }

    private float RecentMood(ReadOnlySpan<Interaction> history, float mood)
    {
        var (sum, weights, weight) = (0f, 1f, 1f);
        for (var i = history.Length - 1; i >= Math.Max(0, history.Length - MoodInteractions); i--, weight *= MoodFading)
        {
            sum += weight * (history[i].Strength - _calibration.MeanStrength - MeanOf(history[i].Title) - mood);
            weights += weight;
        }

        return sum / weights;
    }
}
