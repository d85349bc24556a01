using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>What a service does that knows nobody: rank titles by how often they were played.</summary>
internal sealed class PlayCounts
{
    private readonly float[] _plays;

    public PlayCounts(int titles, IEnumerable<DatasetEvent> events)
    {
        _plays = new float[titles];
        foreach (var e in events)
            _plays[e.Title]++;
    }

    /// <summary>Ranks of the held-out titles among those that the profile does not know.</summary>
    public double[] Rank(HeldOutExample example)
    {
        var scores = (float[])_plays.Clone();
        foreach (var interaction in example.History)
            scores[interaction.Title] = float.NegativeInfinity;
        foreach (var title in example.Seen)
            scores[title] = float.NegativeInfinity;
        return [.. example.HeldOut.Select(e => Ranks.Of(scores, e.Title))];
    }
}
