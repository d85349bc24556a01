using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>The points of a reliability plot: bins of equal mass, as for the calibration error.</summary>
public static class Reliability
{
    private const double Normal95 = 1.959964;

    /// <summary>The bins, least probable first; fewer where there are fewer outcomes.</summary>
    /// <param name="outcomes">Probability said, and whether it came true.</param>
    public static ImmutableArray<ReliabilityPoint> Of(IEnumerable<(double Probability, bool Outcome)> outcomes)
    {
        var sorted = outcomes.OrderBy(outcome => outcome.Probability).ToList();
        var points = ImmutableArray.CreateBuilder<ReliabilityPoint>(CalibrationError.Bins);
        for (var bin = 0; bin < CalibrationError.Bins; bin++)
        {
            var members = sorted[(sorted.Count * bin / CalibrationError.Bins)..(sorted.Count * (bin + 1) / CalibrationError.Bins)];
            if (members.Count > 0)
                points.Add(Point(members));
        }

        return points.DrainToImmutable();
    }

    private static ReliabilityPoint Point(List<(double Probability, bool Outcome)> members)
    {
        double n = members.Count;
        var share = members.Count(member => member.Outcome) / n;
        const double square = Normal95 * Normal95;
        var middle = (share + (square / (2 * n))) / (1 + (square / n));
        var half = Normal95 * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n))) / (1 + (square / n));
        return new ReliabilityPoint(members.Count, members.Average(member => member.Probability), share, middle - half, middle + half);
    }
}
