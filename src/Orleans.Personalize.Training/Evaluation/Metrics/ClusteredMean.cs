namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>A mean over answers with its standard error, where answers to one profile are not independent.</summary>
public sealed class ClusteredMean
{
    private readonly Dictionary<int, (double Sum, int Count)> _clusters = [];

    /// <summary>Adds the figure of one answer.</summary>
    /// <param name="cluster">Who was answered.</param>
    /// <param name="value">The figure.</param>
    public void Add(int cluster, double value)
    {
        var (sum, count) = _clusters.GetValueOrDefault(cluster);
        _clusters[cluster] = (sum + value, count + 1);
    }

    /// <summary>The mean over answers, and its standard error by the ratio of cluster sums (linearized); 0 where nothing was added.</summary>
    public MetricValue Value
    {
        get
        {
            double answers = _clusters.Values.Sum(cluster => cluster.Count);
            if (answers == 0)
                return new MetricValue(0, 0);
            var mean = _clusters.Values.Sum(cluster => cluster.Sum) / answers;
            var squares = _clusters.Values.Sum(cluster => Math.Pow(cluster.Sum - (mean * cluster.Count), 2));
            double n = _clusters.Count;
            return new MetricValue(mean, n > 1 ? Math.Sqrt(squares * n / (n - 1)) / answers : 0);
        }
    }
}
