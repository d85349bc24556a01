using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>An evaluation as one self-contained HTML page: no script, no other file, light and dark.</summary>
/// <param name="result">What was measured.</param>
/// <param name="command">The command that measured it.</param>
/// <param name="written">When the page is written.</param>
internal sealed class EvaluationReport(EvaluationResult result, string command, DateTimeOffset written)
{
    private readonly StringBuilder _html = new();

    /// <summary>The page.</summary>
    public string Write()
    {
        var heading = $"{result.Protocol} on {result.Dataset}";
        _html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Text(heading)}</title>
            <style>{ReportStyle.Css}</style>
            </head>
            <body><main>
            <header>
            <p class="kicker">Evaluation report</p>
            <h1>{Html.Text(heading)}</h1>
            <p class="facts">{result.Profiles:N0} profiles · {result.Titles:N0} titles · {result.Events:N0} training events · trained in {Figures.Duration(result.TrainSeconds)} · {written:yyyy-MM-dd HH:mm} UTC</p>
            <pre class="command">{Html.Text(command)}</pre>
            </header>

            """);
        Headline();
        foreach (var group in result.Slices.GroupBy(slice => slice.Group, StringComparer.Ordinal))
            Slices(group.Key, [.. group]);
        Reliability();
        Ablation();
        LearningCurve();
        Speed();
        Configuration();
        _html.Append(ReportStyle.Reading).Append("</main></body></html>\n");
        return _html.ToString();
    }

    private void Headline()
    {
        _html.Append("<section><h2>Figures</h2><div class=\"tiles\">\n");
        foreach (var (name, metric) in Figures.Ordered(result.Metrics))
        {
            _html.Append(CultureInfo.InvariantCulture, $"""
                <div class="tile"><p class="name">{Html.Text(name)}</p><p class="value">{Figures.Value(metric.Value)}</p><p class="interval">{Figures.Interval(metric)}</p></div>

                """);
        }

        _html.Append("</div></section>\n");
    }

    private void Slices(string group, ImmutableArray<EvaluationSlice> slices)
    {
        var names = Figures.Foremost(slices.SelectMany(slice => slice.Metrics.Keys));
        var chart = new WhiskerChart(
            names[0], [.. slices.Select(slice => new WhiskerChart.Line(slice.Name, Figures.Of(slice.Metrics, names[0])))], Figures.Of(result.Metrics, names[0]));
        _html.Append(CultureInfo.InvariantCulture, $"<section><h2>By {Html.Text(group.Length > 0 ? group : "part")}</h2>\n");
        _html.Append(chart.Write());
        Table(["", "n", .. names], slices.Select(slice =>
            (string[])[Html.Text(slice.Name), slice.Count.ToString("N0", CultureInfo.InvariantCulture), .. names.Select(name => Cell(slice.Metrics, name))]));
        _html.Append("</section>\n");
    }

    private void Reliability()
    {
        if (result.Reliability.IsEmpty)
            return;
        _html.Append("<section><h2>Reliability of the match score</h2><div class=\"beside\">\n").Append(new ReliabilityPlot(result.Reliability).Write());
        Table(
            ["said", "came true", "95 %", "n"],
            result.Reliability.Select(point => (string[])
            [
                Figures.Percent(point.Probability),
                Figures.Percent(point.Share),
                $"{Figures.Percent(point.Low)} to {Figures.Percent(point.High)}",
                point.Count.ToString("N0", CultureInfo.InvariantCulture),
            ]));
        _html.Append("</div></section>\n");
    }

    private void Ablation()
    {
        if (result.Ablation.IsEmpty)
            return;
        var names = Figures.Foremost(result.Ablation.SelectMany(part => part.Metrics.Keys));
        var chart = new WhiskerChart(
            $"change of {names[0]}",
            [.. result.Ablation.Select(part => new WhiskerChart.Line($"without {Figures.Words(part.Part)}", Figures.Of(part.Differences, names[0])))],
            new MetricValue(0, 0));
        _html.Append("<section><h2>What each part is worth</h2>\n<p>Change of each figure when one part of the score is off and the blend is learnt again without it, on the same answers as the figures above (paired, answer by answer). Below zero the part helps.</p>\n");
        _html.Append(chart.Write());
        Table(["without", .. names], result.Ablation.Select(part =>
            (string[])[Html.Text(Figures.Words(part.Part)), .. names.Select(name => Cell(part.Differences, name, signed: true))]));
        _html.Append("</section>\n");
    }

    private void LearningCurve()
    {
        if (result.LearningCurve.IsEmpty)
            return;
        _html.Append("<section><h2>How the sequence encoder learnt</h2>\n<p>After each pass over the events: the loss of the pass, and how well the last events of some profiles were predicted that it did not learn from. The best pass is kept.</p>\n");
        foreach (var run in result.LearningCurve.GroupBy(pass => pass.IsContinued))
        {
            if (run.Key)
                _html.Append("<p>It went on from there with the newest events, too:</p>\n");
            _html.Append("<div class=\"beside\">\n").Append(new LearningPlot([.. run]).Write());
            Table(["pass", "loss", "held-out NDCG@10", "seconds"], run.Select(pass => (string[])
            [
                pass.Pass.ToString(CultureInfo.InvariantCulture),
                pass.Loss.ToString("F3", CultureInfo.InvariantCulture),
                Figures.Value(pass.HeldOut),
                pass.Seconds.ToString("N0", CultureInfo.InvariantCulture),
            ]));
            _html.Append("</div>\n");
        }

        _html.Append("</section>\n");
    }

    private void Speed()
    {
        if (result.Microseconds.IsEmpty)
            return;
        _html.Append("<section><h2>Time an answer takes</h2>\n");
        Table(["one thread", "microseconds", "95 %"], result.Microseconds.Select(entry => (string[])
        [
            Html.Text(Figures.Words(entry.Key)),
            entry.Value.Value.ToString("N0", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{entry.Value.Low:N0} to {entry.Value.High:N0}"),
        ]));
        _html.Append("</section>\n");
    }

    private void Configuration()
    {
        _html.Append("<section><h2>Configuration</h2>\n<p>What the defaults became for these data, and what the blend learnt to trust.</p>\n");
        Table(["", "value"], result.Configuration.Append(KeyValuePair.Create("seed", result.Seed.ToString(CultureInfo.InvariantCulture)))
            .Select(entry => (string[])[Html.Text(entry.Key), $"<code>{Html.Text(entry.Value)}</code>"]));
        _html.Append("</section>\n");
    }

    private void Table(ImmutableArray<string> heads, IEnumerable<string[]> rows)
    {
        _html.Append("<div class=\"scroll\"><table><thead><tr>");
        foreach (var head in heads)
            _html.Append("<th>").Append(Html.Text(head)).Append("</th>");
        _html.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            _html.Append("<tr>");
            foreach (var cell in row)
                _html.Append("<td>").Append(cell).Append("</td>");
            _html.Append("</tr>\n");
        }

        _html.Append("</tbody></table></div>\n");
    }

    private static string Cell(ImmutableSortedDictionary<string, MetricValue> metrics, string name, bool signed = false)
    {
        if (!metrics.TryGetValue(name, out var metric))
            return "–";
        var sign = signed && metric.Value > 0 ? "+" : "";
        return $"{sign}{Figures.Value(metric.Value)} <span class=\"interval\">{Figures.Interval(metric)}</span>";
    }
}
