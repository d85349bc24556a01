using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Cluster.Faults.Traffic;

namespace Orleans.Personalize.LoadTests;

/// <summary>What is put on which gateway, from the command line.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        Usage: LoadTests URL [--name value ...]    a running gateway, such as http://localhost:5080; it is filled with a demo catalogue

          --visits NAMES      browse, binge, search, event-storm, with commas between; all of them otherwise
          --per-minute 120    how many visits of each kind begin
          --seconds 60        for how long
          --batch 5           events a call
          --titles 2000       the size of the catalogue
          --households 100    with 1 to 4 profiles each
          --p99 250           milliseconds that the 99th percentile of every kind of call must keep to
          --failed 0.1        how many of a hundred calls may fail
          --reports reports   the folder of the reports in HTML and text
        """;

    public required Uri Gateway { get; init; }

    public ImmutableArray<Visit> Visits { get; init; } = [.. Visit.All];

    public int VisitsPerMinute { get; init; } = 120;

    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(1);

    public int Batch { get; init; } = 5;

    public int Titles { get; init; } = 2000;

    public int Households { get; init; } = 100;

    public double P99 { get; init; } = 250;

    public double Failed { get; init; } = 0.1;

    public string Reports { get; init; } = "reports";

    /// <exception cref="FormatException">The command line is wrong; the message says what.</exception>
    public static LoadOptions Parse(string[] args)
    {
        if (args.Length % 2 == 0 || !Uri.TryCreate(args[0], UriKind.Absolute, out var gateway))
            throw new FormatException("first the gateway's address, then names with values");
        var options = new LoadOptions { Gateway = gateway };
        for (var i = 1; i < args.Length; i += 2)
            options = options.With(args[i], args[i + 1]);
        return options;
    }

    private LoadOptions With(string name, string value) => name switch
    {
        "--visits" => this with { Visits = [.. value.Split(',').Select(Named)] },
        "--per-minute" => this with { VisitsPerMinute = int.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => this with { Duration = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture)) },
        "--batch" => this with { Batch = int.Parse(value, CultureInfo.InvariantCulture) },
        "--titles" => this with { Titles = int.Parse(value, CultureInfo.InvariantCulture) },
        "--households" => this with { Households = int.Parse(value, CultureInfo.InvariantCulture) },
        "--p99" => this with { P99 = double.Parse(value, CultureInfo.InvariantCulture) },
        "--failed" => this with { Failed = double.Parse(value, CultureInfo.InvariantCulture) },
        "--reports" => this with { Reports = value },
        _ => throw new FormatException($"{name} is not known"),
    };

    private static Visit Named(string name) =>
        Visit.All.FirstOrDefault(visit => visit.Name == name) ?? throw new FormatException($"there is no visit '{name}'");
}
