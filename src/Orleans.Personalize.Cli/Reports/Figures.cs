using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>How figures are chosen, ordered and written for people.</summary>
internal static partial class Figures
{
    private const int MostColumns = 4;

    // What people look at first.
    private static readonly string[] Order =
        ["HR@10", "NDCG@10", "NDCG@20", "NDCG@100", "Recall@20", "Recall@50", "ECE@15", "AUC", "Brier", "screen HR", "list HR@20", "screen recall", "list recall@20"];

    /// <summary>The figures, most important first.</summary>
    public static IEnumerable<KeyValuePair<string, MetricValue>> Ordered(ImmutableSortedDictionary<string, MetricValue> metrics) =>
        metrics.OrderBy(metric => Place(metric.Key)).ThenBy(metric => metric.Key, StringComparer.Ordinal);

    /// <summary>The few figures that a table shows.</summary>
    public static ImmutableArray<string> Foremost(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).OrderBy(Place).ThenBy(name => name, StringComparer.Ordinal).Take(MostColumns)];

    /// <summary>A figure by its name; NaN where it is missing.</summary>
    public static MetricValue Of(ImmutableSortedDictionary<string, MetricValue> metrics, string name) =>
        metrics.TryGetValue(name, out var metric) ? metric : new MetricValue(double.NaN, double.NaN);

    public static string Value(double value) =>
        value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 2 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);

    public static string Interval(MetricValue metric) => $"{Value(metric.Low)} to {Value(metric.High)}";

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Duration(double seconds) =>
        seconds < 120 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:F1} min");

    /// <summary>A name of code in words: ItemItem becomes item item.</summary>
    public static string Words(string name) => Humps().Replace(name, " ${hump}").Trim().ToLowerInvariant();

    private static int Place(string name) => Array.IndexOf(Order, name) is >= 0 and var place ? place : Order.Length;

    [GeneratedRegex("(?<hump>[A-Z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Humps();
}
