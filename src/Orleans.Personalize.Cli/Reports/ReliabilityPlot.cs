using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>What was said on the horizontal axis, what came true on the vertical one; on the diagonal every word is true.</summary>
internal sealed class ReliabilityPlot(ImmutableArray<ReliabilityPoint> points)
{
    private const double Left = 52;
    private const double Top = 12;
    private const double Side = 340;

    public string Write()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" viewBox=\"0 0 {Left + Side + 28} {Top + Side + 50}\" role=\"img\" aria-label=\"Reliability plot\">\n");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var (x, y) = (X(tick / 10.0), Y(tick / 10.0));
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{x:F1}\" y1=\"{Top}\" x2=\"{x:F1}\" y2=\"{Top + Side}\"/><line class=\"grid\" x1=\"{Left}\" y1=\"{y:F1}\" x2=\"{Left + Side}\" y2=\"{y:F1}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{x:F1}\" y=\"{Top + Side + 18}\">{tick * 10} %</text><text class=\"label\" x=\"{Left - 8}\" y=\"{y + 4:F1}\">{tick * 10} %</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"whole\" x1=\"{X(0):F1}\" y1=\"{Y(0):F1}\" x2=\"{X(1):F1}\" y2=\"{Y(1):F1}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"path\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Probability):F1},{Y(point.Share):F1}")))}\"/>\n");
        foreach (var point in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"whisker\" x1=\"{X(point.Probability):F1}\" y1=\"{Y(point.Low):F1}\" x2=\"{X(point.Probability):F1}\" y2=\"{Y(point.High):F1}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{X(point.Probability):F1}\" cy=\"{Y(point.Share):F1}\" r=\"4\"/>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left + (Side / 2)}\" y=\"{Top + Side + 42}\">match score said; share that came true upwards</text></svg>\n");
        return svg.ToString();
    }

    private static double X(double share) => Left + (share * Side);

    private static double Y(double share) => Top + ((1 - share) * Side);
}
