using System.Collections.Immutable;
using Orleans.Personalize.Models;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>The JSON form of a training: the model, whether it is in service, and how it did against the one before.</summary>
internal sealed record TrainDocument(
    string Version,
    DateTimeOffset TrainedAt,
    int Titles,
    int Profiles,
    long Events,
    long Bytes,
    ImmutableArray<ModelMetric> Metrics,
    bool InService,
    double Seconds,
    ComparisonDocument? Comparison)
{
    public static TrainDocument Of(ModelInfo info, bool inService, double seconds, ComparisonDocument? comparison) => new(
        info.Version, info.TrainedAt, info.Titles, info.Profiles, info.Events, info.Bytes, info.Metrics, inService, Math.Round(seconds, 2), comparison);

    public void Print(IAnsiConsole console)
    {
        var table = new Table().AddColumn("model").AddColumn(Version);
        table.AddRow("trained at", $"{TrainedAt:u}");
        table.AddRow("titles", $"{Titles:N0}");
        table.AddRow("profiles", $"{Profiles:N0}");
        table.AddRow("events", $"{Events:N0}");
        table.AddRow("file", $"{Bytes / 1e6:F1} MB");
        foreach (var metric in Metrics)
            table.AddRow($"{metric.Name} (held-out events)".EscapeMarkup(), $"{metric.Value:F4}");
        table.AddRow("in service", InService ? "yes" : "no");
        console.Write(table);
        Comparison?.Print(console);
    }
}
