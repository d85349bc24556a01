namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>Turns scores into ranks.</summary>
public static class Ranks
{
    /// <summary>The rank of one title among all that are candidates: 1 is best, ties count at their average.</summary>
    /// <param name="scores">Score of every title; negative infinity for what is no candidate. NaN counts as the worst of candidates.</param>
    /// <param name="title">The title.</param>
    public static double Of(ReadOnlySpan<float> scores, int title)
    {
        var score = Worst(scores[title]);
        var (better, equal) = (0, 0);
        for (var other = 0; other < scores.Length; other++)
        {
            var value = Worst(scores[other]);
            if (float.IsNegativeInfinity(value) || other == title)
                continue;
            if (value > score)
                better++;
            else if (value == score)
                equal++;
        }

        return 1 + better + (equal / 2.0);
    }

    private static float Worst(float score) => float.IsNaN(score) ? float.MinValue : score;
}
