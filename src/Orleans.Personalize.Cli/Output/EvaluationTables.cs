using System.Collections.Immutable;
using Orleans.Personalize.Training.Evaluation;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>Shows an evaluation in a terminal: every figure of the whole, and of the slices as many as the terminal has room for.</summary>
internal static class EvaluationTables
{
    private const int Padding = 3;

    // What is asked first of an answer; the other figures follow by name.
    private static readonly ImmutableArray<string> Foremost = ["HR@10", "NDCG@10", "NDCG@20", "Recall@20", "NDCG@100", "ECE", "AUC"];

    /// <summary>Writes the tables.</summary>
    public static void Print(EvaluationResult result, IAnsiConsole console)
    {
        console.WriteLine($"{result.Protocol} on {result.Dataset}: {result.Profiles:N0} profiles, {result.Titles:N0} titles, {result.Events:N0} training events, trained in {result.TrainSeconds:F1} s");
        var whole = new Table().AddColumn("").AddColumn(new TableColumn("all").RightAligned());
        foreach (var name in result.Metrics.Keys.OrderBy(Place))
            whole.AddRow(name.EscapeMarkup(), Cell(result.Metrics, name));
        console.Write(whole);
        if (!result.Slices.IsEmpty)
            console.Write(Slices(result, console.Profile.Width));
    }

    private static Table Slices(EvaluationResult result, int width)
    {
        var names = result.Slices.SelectMany(slice => slice.Metrics.Keys).Distinct(StringComparer.Ordinal).OrderBy(Place).ThenBy(name => name, StringComparer.Ordinal).ToList();
        var table = new Table().AddColumn(new TableColumn("of these").NoWrap()).AddColumn(new TableColumn("n").RightAligned().NoWrap());
        var room = width - 1
            - result.Slices.Max(slice => slice.Name.Length) - Padding
            - result.Slices.Max(slice => Count(slice).Length) - Padding;
        var cell = result.Slices.SelectMany(slice => names.Select(name => Cell(slice.Metrics, name).Length)).Max() + Padding;
        ImmutableArray<string> shown = [.. names.Take(Math.Max(1, room / cell))];
        foreach (var name in shown)
            table.AddColumn(new TableColumn(name.EscapeMarkup()).RightAligned().NoWrap());
        foreach (var slice in result.Slices)
            table.AddRow([slice.Name.EscapeMarkup(), Count(slice), .. shown.Select(name => Cell(slice.Metrics, name))]);
        return shown.Length < names.Count ? table.Caption("More columns fit a wider terminal; all are in --json and --report.") : table;
    }

    private static int Place(string name) => Foremost.IndexOf(name) is >= 0 and var place ? place : Foremost.Length;

    private static string Count(EvaluationSlice slice) => $"{slice.Count:N0}";

    private static string Cell(ImmutableSortedDictionary<string, MetricValue> metrics, string name) =>
        metrics.TryGetValue(name, out var metric) ? $"{metric.Value:F4} ±{metric.StandardError:F4}" : "";
}
