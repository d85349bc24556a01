using System.CommandLine;
using Orleans.Personalize.Cli.Serving;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize serve</c>: the HTTP API and the web page over a data folder.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by ';'. Others than this machine's need an API key.",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var key = new Option<string[]>("--api-key") { Description = "A key that callers must send as 'Authorization: Bearer'; may be given several times.", HelpName = "KEY" };
        var operators = new Option<string[]>("--operator-key") { Description = "A key of operators, who may also change which model is in service; needs an --api-key for the others.", HelpName = "KEY" };
        var notify = NotifyCommand.SendingFile("--notify", "Send what profiles are to be told, as this file says: see 'personalize notify --help'.");
        var json = CommonOptions.Json();

        var command = new Command("serve", """
            Serve the HTTP API and the web page over a data folder, in one process. Ctrl-C ends it.
            Example: personalize serve --data ./data --urls http://localhost:5080
            """)
        {
            data, urls, key, operators, notify, json,
        };
        command.Runs(json, (arguments, terminal, cancellationToken) => EmbeddedService.RunAsync(
            arguments.GetRequiredValue(data), arguments.GetRequiredValue(urls), arguments.GetValue(key) ?? [], arguments.GetValue(operators) ?? [], arguments.GetValue(notify), terminal, cancellationToken));
        return command;
    }
}
