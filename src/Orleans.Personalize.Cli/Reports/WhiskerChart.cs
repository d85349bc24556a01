using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>One figure for several parts, as dots with their 95 % intervals on a common scale; a line marks the whole.</summary>
/// <param name="name">The figure.</param>
/// <param name="lines">The parts.</param>
/// <param name="whole">The figure of the whole.</param>
internal sealed class WhiskerChart(string name, ImmutableArray<WhiskerChart.Line> lines, MetricValue whole)
{
    private const double Left = 236;
    private const double Right = 700;
    private const double Width = 780;
    private const double LineHeight = 30;
    private const double Top = 16;
    private const int Ticks = 5;

    public string Write()
    {
        List<Line> known = [.. lines.Where(line => double.IsFinite(line.Metric.Value))];
        if (known.Count == 0)
            return string.Empty;
        var low = Math.Min(0, known.Min(line => line.Metric.Low));
        var high = Math.Max(known.Max(line => line.Metric.High), Math.Max(0, whole.Value));
        var step = Step((high - low) / Ticks);
        low = Math.Floor(low / step) * step;
        high = Math.Max(low + step, Math.Ceiling(high / step) * step);
        var bottom = Top + (known.Count * LineHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {bottom + 42}\" role=\"img\" aria-label=\"{Html.Text(name)}\">\n");
        for (var tick = low; tick <= high + (step / 2); tick += step)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{X(tick):F1}\" y1=\"{Top - 6}\" x2=\"{X(tick):F1}\" y2=\"{bottom}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{X(tick):F1}\" y=\"{bottom + 16}\">{Tick(tick, step)}</text>\n");
        }

        if (double.IsFinite(whole.Value))
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"whole\" x1=\"{X(whole.Value):F1}\" y1=\"{Top - 6}\" x2=\"{X(whole.Value):F1}\" y2=\"{bottom}\"/>\n");
        for (var i = 0; i < known.Count; i++)
            Draw(known[i], Top + ((i + 0.5) * LineHeight));
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{(Left + Right) / 2}\" y=\"{bottom + 36}\">{Html.Text(name)}</text></svg>\n");
        return svg.ToString();

        double X(double value) => Left + ((value - low) / (high - low) * (Right - Left));

        void Draw(Line line, double y)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text class="label" x="{Left - 12}" y="{y + 4:F1}">{Html.Text(line.Name)}</text><line class="whisker" x1="{X(line.Metric.Low):F1}" y1="{y:F1}" x2="{X(line.Metric.High):F1}" y2="{y:F1}"/><circle class="dot" cx="{X(line.Metric.Value):F1}" cy="{y:F1}" r="5"/><text class="number" x="{X(line.Metric.High) + 10:F1}" y="{y + 4:F1}">{Figures.Value(line.Metric.Value)}</text>

                """);
        }
    }

    // 1, 2 or 5 times a power of ten.
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(least, 1e-6))));
        return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
    }

    private static string Tick(double value, double step) =>
        (Math.Abs(value) < step / 2 ? 0 : value).ToString("F" + Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9)).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>One part.</summary>
    internal readonly record struct Line(string Name, MetricValue Metric);
}
