using System.Globalization;
using Orleans.Personalize.Cluster.Faults.Processes;
using Orleans.Personalize.Cluster.Faults.Traffic;

namespace Orleans.Personalize.Cluster.Faults;

/// <summary>What to break under which load, from the command line.</summary>
internal sealed record FaultOptions
{
    public const string Usage = """
        Usage: Orleans.Personalize.Cluster.Faults FAULT [--name value ...]

          kill      one silo after the other is killed (kill -9) and started again
          roll      one silo after the other is drained (SIGTERM) and started again
          upgrade   a cluster of another version: each silo is drained and started again as this version; with --times 2 then back again
          storage   Azurite is ended for a while and started again
          freeze    Azurite is stopped (SIGSTOP) for a while and goes on: it takes calls and does not answer them
          none      nothing is broken

          --requests 200    pages, title pages, similar titles and searches a second
          --events 500      events a second
          --batch 5         events a call, all of one profile, as apps send them
          --queues 0        events go through so many queues instead of by call; they are read back when the queues had time to empty
          --silos 3         how many silos
          --times 10        kill: how often; roll, upgrade: how many rounds over all silos (1)
          --program FOLDER  where the personalize-silo.dll of the nodes is, such as what dotnet publish made; without it, what was built with this program
          --before FOLDER   upgrade: where the other version's personalize-silo.dll is; gateway and silos begin as that
          --seconds 30      storage, freeze: for how long; none: how long to measure
          --warm 20         seconds in which the load rises to its rates; they are not counted, and nothing is broken yet
          --pause 5         seconds of calm before each fault and after the last
          --storage azure   azure (Azurite) or files: where the silos keep state; they find each other through Azurite in both
          --titles 2000     the size of the catalogue
          --households 100  with 1 to 4 profiles each
          --visit NAME      browse, binge, search or event-storm: visits of that kind, with so many --requests a second altogether, in the place of the mix
          --p99 MS          none: fail where the 99th percentile of any kind of call is above this
          --failed PERCENT  none: fail where more of the calls fail
          --keep no         yes: leave the folder with the logs

        Azurite must be installed: npm ci in deploy/azurite.
        """;

    public required FaultKind Fault { get; init; }

    public double RequestsPerSecond { get; init; } = 200;

    public double EventsPerSecond { get; init; } = 500;

    public int Batch { get; init; } = 5;

    public int Queues { get; init; }

    public int Silos { get; init; } = 3;

    public int Times { get; init; } = 10;

    public int Seconds { get; init; } = 30;

    public int Warm { get; init; } = 20;

    public int Pause { get; init; } = 5;

    public string Storage { get; init; } = "azure";

    public int Titles { get; init; } = 2000;

    public int Households { get; init; } = 100;

    public bool Keep { get; init; }

    public Visit? Visit { get; init; }

    public double? P99 { get; init; }

    public double? Failed { get; init; }

    public string? Before { get; init; }

    public string? ProgramFolder { get; init; }

    /// <exception cref="FormatException">The command line is wrong; the message says what.</exception>
    public static FaultOptions Parse(string[] args)
    {
        if (args.Length == 0 || !Enum.TryParse<FaultKind>(args[0], ignoreCase: true, out var fault))
            throw new FormatException("the first word must be kill, roll, upgrade, storage, freeze or none");
        if (args.Length % 2 == 0)
            throw new FormatException($"{args[^1]} needs a value");
        var options = new FaultOptions { Fault = fault, Times = fault is FaultKind.Roll or FaultKind.Upgrade ? 1 : 10 };
        for (var i = 1; i < args.Length; i += 2)
            options = options.With(args[i], args[i + 1]);
        return options.Fault == FaultKind.Upgrade && options.Before is null ? throw new FormatException("upgrade needs --before FOLDER") : options;
    }

    private FaultOptions With(string name, string value) => name switch
    {
        "--requests" => this with { RequestsPerSecond = double.Parse(value, CultureInfo.InvariantCulture) },
        "--events" => this with { EventsPerSecond = double.Parse(value, CultureInfo.InvariantCulture) },
        "--batch" => this with { Batch = int.Parse(value, CultureInfo.InvariantCulture) },
        "--queues" => this with { Queues = int.Parse(value, CultureInfo.InvariantCulture) },
        "--silos" => this with { Silos = int.Parse(value, CultureInfo.InvariantCulture) },
        "--times" => this with { Times = int.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => this with { Seconds = int.Parse(value, CultureInfo.InvariantCulture) },
        "--warm" => this with { Warm = int.Parse(value, CultureInfo.InvariantCulture) },
        "--pause" => this with { Pause = int.Parse(value, CultureInfo.InvariantCulture) },
        "--titles" => this with { Titles = int.Parse(value, CultureInfo.InvariantCulture) },
        "--households" => this with { Households = int.Parse(value, CultureInfo.InvariantCulture) },
        "--storage" when value is "azure" or "files" => this with { Storage = value },
        "--visit" when Visit.All.FirstOrDefault(visit => visit.Name == value) is { } visit => this with { Visit = visit },
        "--p99" => this with { P99 = double.Parse(value, CultureInfo.InvariantCulture) },
        "--failed" => this with { Failed = double.Parse(value, CultureInfo.InvariantCulture) },
        "--program" when File.Exists(Path.Combine(value, LocalCluster.Program)) => this with { ProgramFolder = Path.GetFullPath(value) },
        "--before" when File.Exists(Path.Combine(value, LocalCluster.Program)) => this with { Before = Path.GetFullPath(value) },
        "--keep" => this with { Keep = value is "yes" },
        _ => throw new FormatException($"{name} {value} is not known"),
    };
}
