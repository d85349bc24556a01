using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>Seconds on the horizontal axis; upwards the loss of each pass (dashed) and what it reached on held-out events, each from its least to its most.</summary>
internal sealed class LearningPlot(ImmutableArray<LearningPass> passes)
{
    private const double Left = 60;
    private const double Right = 60;
    private const double Top = 16;
    private const double Width = 310;
    private const double Height = 200;

    public string Write()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" viewBox=\"0 0 {Left + Width + Right} {Top + Height + 50}\" role=\"img\" aria-label=\"Learning curve\">\n");
        for (var tick = 0; tick <= 4; tick++)
        {
            var y = Top + (Height * tick / 4);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{y:F1}\" x2=\"{Left + Width}\" y2=\"{y:F1}\"/>\n");
        }

        Line(svg, "whole", pass => pass.Loss);
        Line(svg, "path", pass => pass.HeldOut);
        foreach (var pass in passes)
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{X(pass):F1}\" cy=\"{Y(pass, other => other.HeldOut):F1}\" r=\"4\"/>\n");
        Ends(svg, Left - 8, "label", passes.Min(pass => pass.HeldOut), passes.Max(pass => pass.HeldOut));
        Ends(svg, Left + Width + 28, "tick", passes.Min(pass => pass.Loss), passes.Max(pass => pass.Loss));
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 20}\">{passes[0].Seconds:N0} to {passes[^1].Seconds:N0} seconds</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 40}\">held-out NDCG@10 (left), loss (right, dashed)</text></svg>\n");
        return svg.ToString();
    }

    private void Line(StringBuilder svg, string style, Func<LearningPass, double> value)
    {
        var points = passes.Select(pass => string.Create(CultureInfo.InvariantCulture, $"{X(pass):F1},{Y(pass, value):F1}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"path {style}\" points=\"{string.Join(' ', points)}\"/>\n");
    }

    private static void Ends(StringBuilder svg, double x, string style, double least, double most) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x}\" y=\"{Top + 4}\">{most:F3}</text><text class=\"{style}\" x=\"{x}\" y=\"{Top + Height + 4}\">{least:F3}</text>\n");

    private double X(LearningPass pass) => Left + (Width * Share(pass.Seconds, passes[0].Seconds, passes[^1].Seconds));

    private double Y(LearningPass pass, Func<LearningPass, double> value) => Top + (Height * (1 - Share(value(pass), passes.Min(value), passes.Max(value))));

    private static double Share(double value, double least, double most) => most > least ? (value - least) / (most - least) : 0.5;
}
