using Orleans.Personalize.Engine.Scoring;

namespace Orleans.Personalize.Engine.Survey;

/// <summary>The titles that a taste survey may ask about, those that most people know, and how much the liking of each tells of the others.</summary>
internal sealed class SurveyTitles
{
    private const int Most = 200;

    private readonly Lazy<float[]> _covariance;

    public SurveyTitles(TitleScorer scorer)
    {
        var popularity = scorer.Popularity.ToArray();
        Numbers = [.. Enumerable.Range(0, popularity.Length)
            .Where(title => scorer.Catalog[title] is not null)
            .OrderByDescending(title => popularity[title])
            .ThenBy(title => title)
            .Take(Most)];
        Known = Array.ConvertAll(Numbers, title => 1 / (1 + MathF.Exp(-popularity[title])));
        _covariance = new Lazy<float[]>(() => CovarianceOf(scorer));
    }

    /// <summary>Their catalogue numbers, the best known first.</summary>
    public int[] Numbers { get; }

    /// <summary>How probable it is that somebody knows each, relative to the others; 0 to 1.</summary>
    public float[] Known { get; }

    /// <summary>float[titles x titles]: how alike each two are liked, 1 for a title and itself.</summary>
    public ReadOnlySpan<float> Covariance => _covariance.Value;

    private float[] CovarianceOf(TitleScorer scorer)
    {
        var count = Numbers.Length;
        var similarity = new float[scorer.Catalog.Count];
        var covariance = new float[count * count];
        for (var i = 0; i < count; i++)
        {
            scorer.Similarity(Numbers[i], similarity);
            for (var j = 0; j < count; j++)
            {
                covariance[(i * count) + j] += similarity[Numbers[j]] / 2;
                covariance[(j * count) + i] += similarity[Numbers[j]] / 2;
            }
        }

        for (var i = 0; i < count; i++)
            covariance[(i * count) + i] = 1;
        return covariance;
    }
}
