using System.CommandLine;
using Orleans.Personalize.Cli.Targets;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize erase</c>: forgets one person's profile.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var profile = CommonOptions.Profile();
        var data = CommonOptions.Data();
        var to = CommonOptions.To();
        var json = CommonOptions.Json();

        var command = new Command("erase", """
            Erase one person's profile: settings, state and every event kept of it. There is no way back.
            Example: personalize erase mara --data ./data
            """)
        {
            profile, data, to, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var id = arguments.GetValue(profile);
            await using var target = TargetFactory.Open(arguments.GetValue(to), arguments.GetRequiredValue(data));
            if (!await target.EraseAsync(id, cancellationToken))
                throw new UnknownProfileException(id);
            terminal.Result(new { erased = id }, console => console.WriteLine($"{id} is erased"));
        });
        return command;
    }
}
