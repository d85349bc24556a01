using System.CommandLine;
using Orleans.Personalize.Cli.Commands;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Events;

/// <summary>The switches that say where the events of a service are read: its data folder, its address, or the event log of a cluster.</summary>
/// <param name="does">What is done with the events, for the help; such as "Train on".</param>
internal sealed class EventOptions(string does)
{
    private readonly Option<Uri?> _to = Described(
        CommonOptions.To(),
        $"{does} what the running service at this address exports, profile by profile; models are those of the data folder, which the silos of a cluster follow.");

    private readonly Option<string?> _key = CommonOptions.ApiKey();

    private readonly Option<string?> _log = new("--log")
    {
        Description = $"{does} the event log of a cluster: a folder, the address of a container of blobs with a signature, or with --connection the name of a container.",
        HelpName = "PLACE",
    };

    private readonly Option<string?> _connection = new("--connection") { Description = "With --log: the connection string of the Azure storage account.", HelpName = "TEXT" };

    private readonly Option<string> _tenant = new("--tenant") { Description = "With --log: whose events.", HelpName = "NAME", DefaultValueFactory = _ => "default" };

    /// <summary>Gives a command the switches.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _to, _key, _log, _connection, _tenant })
            command.Add(option);
    }

    /// <summary>Reads the events as the command line says.</summary>
    /// <exception cref="CommandFailedException">They cannot be read.</exception>
    public async Task<Dataset> ReadAsync(ParseResult arguments, DirectoryInfo data, Terminal terminal, CancellationToken cancellationToken)
    {
        IEventSource source = arguments.GetValue(_log) is { } place ? new ClusterEvents(place, arguments.GetValue(_connection), arguments.GetRequiredValue(_tenant))
            : arguments.GetValue(_to) is { } service ? new ServiceEvents(service, arguments.GetValue(_key))
            : new FolderEvents(data);
        var (titles, events) = await source.ReadAsync(cancellationToken);
        terminal.Say($"{events.Count:N0} events on {titles.Length:N0} titles");
        return DatasetBuilder.Build(source.Name, titles, [], events);
    }

    private static Option<Uri?> Described(Option<Uri?> option, string description)
    {
        option.Description = description;
        return option;
    }
}
