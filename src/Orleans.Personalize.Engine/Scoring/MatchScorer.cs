using System.Numerics.Tensors;
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
        Rows = new JudgementRows(model, titles);
        _telling = [.. _calibration.Parts.Select((weight, part) => ((ScorePartKind)part, weight)).Where(part => part.weight != 0)];
        _common = new float[count];
        for (var title = 0; title < count; title++)
            _common[title] = _calibration.Intercept + (_calibration.Quality * QualityOf(title)) + (_calibration.TitleMean * Rows.MeanOf(title));
    }

    /// <summary>What is summed up over a history.</summary>
    public JudgementRows Rows { get; }

    /// <summary>Finds what a history says of mood and taste.</summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <param name="sums">Its sums of <see cref="Rows"/>, where they are at hand; empty where not.</param>
    /// <param name="buffer">Receives it.</param>
    public void FoldIn(ReadOnlySpan<Interaction> history, ReadOnlySpan<float> sums, ScoreBuffer buffer)
    {
        var state = buffer.Match(_size + 1);
        var taste = state[.._size];
        if (sums.IsEmpty)
        {
            Span<float> gathered = stackalloc float[Rows.Length];
            gathered.Clear();
            Rows.AddAll(history, gathered);
            Solve(gathered, taste);
        }
        else
        {
            Solve(sums, taste);
        }

        state[_size] = RecentMood(history, taste[0]);
    }

    /// <summary>Writes the features of one title: float[<see cref="FeatureCount"/>].</summary>
    public void Features(int title, ScoreBuffer buffer, Span<float> features)
    {
        var state = buffer.Match(_size + 1);
        features[0] = 1;
        features[1] = QualityOf(title);
        features[2] = state[0];
        features[3] = Rows.MeanOf(title);
        features[4] = state[_size];
        features[5] = Product(Rows.NumbersOf(title), state[1.._size]);
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            features[Leading + part] = Limited(buffer.Part((ScorePartKind)part)[title]);
        }
    }

    /// <summary>The probabilities of some titles. What takes time is waiting for memory, and of many titles that is waited for at once.</summary>
    /// <param name="titles">Their catalogue numbers.</param>
    /// <param name="buffer">The buffer that was filled for the profile.</param>
    /// <param name="probabilities">float[titles], overwritten: 0 to 1.</param>
    public void Score(ReadOnlySpan<int> titles, ScoreBuffer buffer, Span<float> probabilities)
    {
        var state = buffer.Match(_size + 1);
        var mood = (_calibration.Mood * state[0]) + (_calibration.RecentMood * state[_size]);
        var logOdds = probabilities[..titles.Length];
        for (var i = 0; i < titles.Length; i++)
            logOdds[i] = _common[titles[i]] + mood + (_calibration.Taste * Product(Rows.NumbersOf(titles[i]), state[1.._size]));
        foreach (var (part, weight) in _telling)
        {
            var values = buffer.Part(part);
            for (var i = 0; i < titles.Length; i++)
                logOdds[i] += weight * Limited(values[titles[i]]);
        }

        TensorPrimitives.Sigmoid(logOdds, logOdds);
    }

    private static float Limited(float value) => Math.Clamp(value, -MatchCalibration.PartLimit, MatchCalibration.PartLimit);

    private static float Product(ReadOnlySpan<float> numbers, ReadOnlySpan<float> taste) => TensorPrimitives.Dot(numbers, taste[..numbers.Length]);

    private float QualityOf(int title) => _titles.ToModel(title) is >= 0 and var number ? _model.Quality.Span[number] : 0;

    // The mood is what every judgement shares.
    private void Solve(ReadOnlySpan<float> sums, Span<float> taste)
    {
        var surprises = JudgementRows.SurprisesIn(sums);
        Span<double> matrix = stackalloc double[_size * _size];
        Span<double> right = stackalloc double[_size];
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column <= row; column++)
                matrix[(row * _size) + column] = sums[(row * JudgementRows.Stride) + column];
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
            sum += weight * (Rows.SurpriseOf(history[i]) - mood);
            weights += weight;
        }

        return sum / weights;
    }
}
