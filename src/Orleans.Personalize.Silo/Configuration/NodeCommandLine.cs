namespace Orleans.Personalize.Silo.Configuration;

/// <summary>The command line: switches that are settings of <see cref="NodeOptions"/>, and the help.</summary>
internal static class NodeCommandLine
{
    private static readonly (string Switch, string Setting, string Value, string Help)[] Switches =
    [
        ("--role", nameof(NodeOptions.Role), "all|silo|gateway", "what the node does; all: silo and HTTP in one process (default all)"),
        ("--url", nameof(NodeOptions.Url), "URL", "serve HTTP here (default http://localhost:5080; a silo: a free port)"),
        ("--data", nameof(NodeOptions.Data), "FOLDER", "model files and, with storage in files, all state (default data)"),
        ("--storage", nameof(NodeOptions.Storage), "files|azure|memory", "where state is kept (default azure with a connection, else files)"),
        ("--connection", nameof(NodeOptions.Connection), "TEXT", "Azure storage; UseDevelopmentStorage=true for Azurite"),
        ("--event-log", nameof(NodeOptions.EventLog), "PLACE|off", "the log for training: a folder, or a container (default with the state)"),
        ("--event-log-days", nameof(NodeOptions.EventLogDays), "DAYS", "the log keeps events so long (default for ever)"),
        ("--event-queues", nameof(NodeOptions.EventQueues), "COUNT", "events may come through so many Azure queues too (default 0: by call only)"),
        ("--models", nameof(NodeOptions.Models), "CONTAINER", "models are in this container of the connection (default the folder DATA/models)"),
        ("--notify", nameof(NodeOptions.Notify), "FILE", "send e-mails and push messages as this file says (default none)"),
        ("--clustering", nameof(NodeOptions.Clustering), "localhost|azure", "how nodes find each other (default localhost)"),
        ("--address", nameof(NodeOptions.Address), "IP", "other nodes reach this silo at this address (default the machine's)"),
        ("--silo-port", nameof(NodeOptions.SiloPort), "PORT", "other silos reach this one here (default 11111)"),
        ("--gateway-port", nameof(NodeOptions.GatewayPort), "PORT", "gateways reach the silo here (default 30000)"),
        ("--primary-port", nameof(NodeOptions.PrimaryPort), "PORT", "silo port of the first silo on this machine, for any further one"),
        ("--cluster", nameof(NodeOptions.ClusterId), "NAME", "nodes of the same cluster find each other (default personalize)"),
        ("--service", nameof(NodeOptions.ServiceId), "NAME", "what is stored belongs to the service (default personalize)"),
        ("--tenant", nameof(NodeOptions.Tenant), "NAME", "the tenant that the HTTP API serves (default default)"),
        ("--answer-seconds", nameof(NodeOptions.AnswerSeconds), "SECONDS", "wait so long for a profile's silo, then give a substitute (default 2)"),
        ("--memory-percent", nameof(NodeOptions.MemoryPercent), "PERCENT", "a silo keeps below this share of its memory limit (default 80; 100: no limit)"),
        ("--api-key", nameof(NodeOptions.ApiKeys) + ":0", "KEY", "callers of the HTTP API must send it (default none)"),
        ("--operator-key", nameof(NodeOptions.OperatorKeys) + ":0", "KEY", "operators, who change models, must send it (default the other)"),
        ("--dashboard", nameof(NodeOptions.Dashboard), "local|password|off", "who may open /dashboard (default local)"),
        ("--dashboard-password", nameof(NodeOptions.DashboardPassword), "TEXT", "the dashboard's password"),
    ];

    /// <summary>Whether the help was asked for.</summary>
    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    /// <summary>The text of the help.</summary>
    public static string Help { get; } = $"""
        personalize-silo: a node of an Orleans.Personalize cluster

        {string.Join(Environment.NewLine, Switches.Select(s => $"  {s.Switch + " " + s.Value,-38} {s.Help}"))}
          --help                                 this text

        Every switch can also be set in the environment, for example {NodeOptionsReader.Section}__{nameof(NodeOptions.Connection)}, or in appsettings.json.

        Examples:
          personalize-silo                                           one silo, HTTP and dashboard on this machine
          personalize-silo --connection UseDevelopmentStorage=true   the same, with its state in Azurite
          personalize-silo --role silo --silo-port 11112 --gateway-port 30001 --primary-port 11111
                                                                     a second silo on this machine
          personalize-silo --role silo --clustering azure --connection TEXT --address 10.0.0.7
                                                                     a silo among any number of machines
        """;

    /// <summary>Turns switches into settings.</summary>
    /// <exception cref="NodeOptionsException">A switch is unknown, comes twice or has no value.</exception>
    public static Dictionary<string, string?> Read(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals > 0 ? args[i][..equals] : args[i];
            var known = Switches.FirstOrDefault(s => string.Equals(s.Switch, name, StringComparison.Ordinal));
            if (known.Switch is null)
                throw new NodeOptionsException($"'{name}' is no switch; --help lists them");
            var value = equals > 0 ? args[i][(equals + 1)..]
                : ++i < args.Length ? args[i]
                : throw new NodeOptionsException($"{name} needs a value: {known.Value}");
            if (!settings.TryAdd($"{NodeOptionsReader.Section}:{known.Setting}", value))
                throw new NodeOptionsException($"{name} is given twice");
        }

        return settings;
    }
}
