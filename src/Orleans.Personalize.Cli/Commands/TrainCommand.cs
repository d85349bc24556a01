using System.CommandLine;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize train</c>: trains a model, compares it with the one in service, and puts it in service.</summary>
internal static class TrainCommand
{
    public static Command Create() => FittingCommand.Create(
        "train",
        """
        Train a model on the events of a data folder, or on a dataset, compare it with the one in service on held-out events, and put it in
        service when it is not worse. A service running on the folder goes on meanwhile and takes the model over by itself within seconds. A
        training of the same events that was stopped goes on where it was.
        Example: personalize train --data ./data
        """,
        "Train on this dataset",
        "Train on",
        async (events, folder, seed, terminal, cancellationToken, activate, keep) =>
        {
            var document = await Training.PublishAsync(events, folder, seed, terminal, cancellationToken, activate, keep);
            terminal.Result(document, document.Print);
        });
}
