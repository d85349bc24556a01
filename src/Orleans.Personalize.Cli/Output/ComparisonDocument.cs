using System.Collections.Immutable;
using Orleans.Personalize.Training.Comparison;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>The JSON form of a comparison of two models.</summary>
internal sealed record ComparisonDocument(
    string InService,
    string? Candidate,
    ComparisonBasis Basis,
    DateTimeOffset From,
    DateTimeOffset To,
    int Answers,
    int Profiles,
    bool Worse,
    ImmutableArray<ComparisonDocument.Figure> Metrics)
{
    public static ComparisonDocument Of(ModelComparison comparison) => new(
        comparison.InService,
        comparison.Candidate,
        comparison.Basis,
        comparison.From,
        comparison.To,
        comparison.Answers,
        comparison.Profiles,
        comparison.IsWorse,
        [.. comparison.Metrics.Select(metric => new Figure(
            metric.Name,
            Math.Round(metric.InService.Value, 6),
            Math.Round(metric.Candidate.Value, 6),
            Math.Round(metric.Difference.Value, 6),
            Math.Round(metric.Low, 6),
            Math.Round(metric.High, 6)))]);

    public void Print(IAnsiConsole console)
    {
        console.WriteLine(Basis == ComparisonBasis.NewerThanBoth
            ? $"Compared on {Answers:N0} events of {Profiles:N0} profiles, {From:u} to {To:u}, newer than what either was trained on."
            : $"Compared on {Answers:N0} events of {Profiles:N0} profiles, {From:u} to {To:u}. There are too few events newer than what both were trained on, so both blends were put over parts fitted to the events before.");
        var table = new Table().AddColumn("");
        foreach (var name in new[] { "in service", "candidate", "difference", "95 % interval" })
            table.AddColumn(new TableColumn(name).RightAligned());
        table.AddRow("version", InService, Candidate ?? "", "", "");
        foreach (var metric in Metrics)
            table.AddRow(metric.Name.EscapeMarkup(), $"{metric.InService:F4}", $"{metric.Candidate:F4}", $"{metric.Difference:+0.0000;-0.0000;0}", $"{metric.Low:+0.0000;-0.0000;0} to {metric.High:+0.0000;-0.0000;0}");
        console.Write(table);
        console.WriteLine(Worse ? "The candidate is worse." : "The candidate is not worse.");
    }

    /// <summary>One figure, with the ends of the 95 % interval of the difference.</summary>
    internal sealed record Figure(string Name, double InService, double Candidate, double Difference, double Low, double High);
}
