using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// How probable it is that a profile likes a title once it watches it. What a profile's judgements say of its taste is found by ridge
/// regression of their strengths on the titles' numbers (as fold-in of matrix factorization; Y. Koren et al., "Matrix Factorization Techniques
/// for Recommender Systems", 2009); what little it has judged says little.
/// </summary>
internal sealed class MatchScorer(PersonalizationModel model, ModelTitles titles)
{
    /// <summary>How many features there are: intercept, quality, mood, title mean, recent mood, taste, then the parts.</summary>
    public const int FeatureCount = Leading + ScoreBuffer.PartCount;

    private const int Leading = 6;

    // Moods last for some judgements only.
    private const float MoodFading = 0.8f;
    private const int MoodInteractions = 30;

    private readonly MatchCalibration _calibration = model.Manifest.Match;
    private readonly int _size = 1 + model.Manifest.Match.Dimension;

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
        var number = titles.ToModel(title);
        features[0] = 1;
        features[1] = number < 0 ? 0 : model.Quality.Span[number];
        features[2] = state[0];
        features[3] = MeanOf(title);
        features[4] = state[_size];
        features[5] = Product(NumbersOf(title), state[1.._size]);
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
        {
            var value = buffer.Part((ScorePartKind)part)[title];
            features[Leading + part] = Math.Clamp(value, -MatchCalibration.PartLimit, MatchCalibration.PartLimit);
        }
    }

    /// <summary>The probability, 0 to 1.</summary>
    public float Score(int title, ScoreBuffer buffer)
    {
        Span<float> features = stackalloc float[FeatureCount];
        Features(title, buffer, features);
        var logOdds = _calibration.Intercept
            + (_calibration.Quality * features[1])
            + (_calibration.Mood * features[2])
            + (_calibration.TitleMean * features[3])
            + (_calibration.RecentMood * features[4])
            + (_calibration.Taste * features[5]);
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
            logOdds += _calibration.Parts[part] * features[Leading + part];
        return 1 / (1 + MathF.Exp(-logOdds));
    }

    private static float Product(ReadOnlySpan<float> numbers, ReadOnlySpan<float> taste)
    {
        var product = 0f;
        for (var i = 0; i < numbers.Length; i++)
            product += numbers[i] * taste[i];
        return product;
    }

    private float MeanOf(int title) => titles.ToModel(title) is >= 0 and var number && model.Judgements.Span is { IsEmpty: false } judgements
        ? judgements[number * _size]
        : 0;

    // Empty where nothing is known of the title.
    private ReadOnlySpan<float> NumbersOf(int title) => titles.ToModel(title) is >= 0 and var number && !model.Judgements.Span.IsEmpty
        ? model.Judgements.Span.Slice((number * _size) + 1, _size - 1)
        : [];

    // Solves for the profile's mood, which every judgement shares, and its taste.
    private void FoldInTaste(ReadOnlySpan<Interaction> history, Span<float> taste)
    {
        Span<double> matrix = stackalloc double[_size * _size];
        Span<double> right = stackalloc double[_size];
        matrix.Clear();
        right.Clear();
        var weight = 1.0;
        for (var i = history.Length - 1; i >= 0; i--, weight *= _calibration.Fading)
        {
            var numbers = NumbersOf(history[i].Title);
            var surprise = weight * (history[i].Strength - _calibration.MeanStrength - MeanOf(history[i].Title));
            right[0] += surprise;
            matrix[0] += weight;
            for (var row = 0; row < numbers.Length; row++)
            {
                right[row + 1] += surprise * numbers[row];
                var weighted = weight * numbers[row];
                var target = matrix.Slice((row + 1) * _size, row + 2);
                target[0] += weighted;
                for (var column = 0; column <= row; column++)
                    target[column + 1] += weighted * numbers[column];
            }
        }

        matrix[0] += _calibration.MoodPrior;
        for (var i = 1; i < _size; i++)
            matrix[(i * _size) + i] += _calibration.TastePrior;
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
