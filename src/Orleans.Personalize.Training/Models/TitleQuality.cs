using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>How well titles are judged by those who chose them.</summary>
internal static class TitleQuality
{
    // As many judgements at the mean of all titles are added to each.
    private const double Prior = 10;

    /// <summary>Log-odds of being liked, drawn to the mean of all titles and less that mean: float[titles].</summary>
    public static float[] LogOdds(IReadOnlyList<DatasetEvent> events, int titles)
    {
        var liked = new int[titles];
        var judged = new int[titles];
        foreach (var e in events)
        {
            if (!Judgement.IsJudged(e))
                continue;
            judged[e.Title]++;
            liked[e.Title] += Judgement.IsLiked(e) ? 1 : 0;
        }

        var mean = (liked.Sum() + 1.0) / (judged.Sum() + 2.0);
        var quality = new float[titles];
        for (var title = 0; title < titles; title++)
            quality[title] = (float)(LogOdds((liked[title] + (Prior * mean)) / (judged[title] + Prior)) - LogOdds(mean));
        return quality;
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));
}
