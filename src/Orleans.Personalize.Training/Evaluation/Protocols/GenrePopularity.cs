using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// What a simple service does with titles that nobody played: rank them by how often others of the same genres were played, where the
/// genres count by how often the profile played them.
/// </summary>
internal sealed class GenrePopularity
{
    private readonly Dataset _dataset;
    private readonly Dictionary<string, double> _plays = new(StringComparer.Ordinal);

    public GenrePopularity(Dataset dataset, IEnumerable<DatasetEvent> events)
    {
        _dataset = dataset;
        var titles = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            foreach (var genre in dataset.Titles[e.Title].Genres)
            {
                _plays[genre] = _plays.GetValueOrDefault(genre) + 1;
                if (!titles.TryGetValue(genre, out var having))
                    titles.Add(genre, having = []);
                having.Add(e.Title);
            }
        }

        foreach (var (genre, having) in titles)
            _plays[genre] /= having.Count;
    }

    /// <summary>Ranks of the held-out titles among the candidates.</summary>
    public double[] Rank(HeldOutExample example, bool[] isCandidate)
    {
        var taste = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var interaction in example.History)
        {
            foreach (var genre in _dataset.Titles[interaction.Title].Genres)
                taste[genre] = taste.GetValueOrDefault(genre) + 1;
        }

        var scores = new float[isCandidate.Length];
        for (var title = 0; title < scores.Length; title++)
        {
            scores[title] = isCandidate[title]
                ? (float)_dataset.Titles[title].Genres.Sum(genre => taste.GetValueOrDefault(genre) * _plays.GetValueOrDefault(genre))
                : float.NegativeInfinity;
        }

        return [.. example.HeldOut.Select(e => Ranks.Of(scores, e.Title))];
    }
}
