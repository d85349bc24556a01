using System.CommandLine;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize refresh</c>: lets new titles and events into the model in service without training it anew.</summary>
internal static class RefreshCommand
{
    public static Command Create() => FittingCommand.Create(
        "refresh",
        """
        Let the titles and events that came since into the model in service, in a fraction of the time of a training, compare on the newest of
        these events, and put the new model in service when it is not worse. A service running on the folder takes it over within seconds.
        Example: personalize refresh --data ./data
        """,
        "Refresh with this dataset, of which the model in service knows the earlier part,",
        "Refresh with",
        async (events, folder, seed, terminal, cancellationToken, activate, keep) =>
        {
            var document = await Training.RefreshAsync(events, folder, seed, terminal, cancellationToken, activate, keep);
            terminal.Result(document, document.Print);
        });
}
