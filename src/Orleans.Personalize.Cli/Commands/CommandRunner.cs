using System.CommandLine;
using System.Text.Json;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Runs the body of a command and turns what goes wrong into one line and an exit code.</summary>
internal static class CommandRunner
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>Sets what a command does; exit code 0 for done, 1 for an error, 130 after Ctrl-C.</summary>
    public static void Runs(this Command command, Option<bool> json, Func<ParseResult, Terminal, CancellationToken, Task> body) =>
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var terminal = new Terminal(arguments.GetValue(json));
            try
            {
                await body(arguments, terminal, cancellationToken);
                return 0;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                terminal.Say("interrupted");
                return Interrupted;
            }
            catch (Exception failure) when (IsForPeople(failure))
            {
                await Console.Error.WriteLineAsync(terminal.Json
                    ? JsonSerializer.Serialize(new { error = failure.Message }, PersonalizeJson.Options)
                    : $"error: {failure.Message}");
                return Failed;
            }
        });

    private static bool IsForPeople(Exception failure) => failure
        is CommandFailedException
        or InvalidRequestException
        or UnknownProfileException
        or UnknownTitleException
        or UnknownModelException
        or ModelRefusedException
        or UnavailableException
        or InvalidDataException
        or IOException
        or UnauthorizedAccessException;
}
