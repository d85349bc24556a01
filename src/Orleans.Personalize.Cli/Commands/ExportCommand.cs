using System.CommandLine;
using System.Text.Json;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.Json;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize export</c>: everything kept about one person's profile.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var profile = CommonOptions.Profile();
        var output = new Option<FileInfo?>("--output") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var data = CommonOptions.Data();
        var to = CommonOptions.To();
        var json = CommonOptions.Json();

        var command = new Command("export", """
            Everything kept about one person's profile, as JSON: settings, events, and what was learnt.
            Example: personalize export mara --data ./data --output mara.json
            """)
        {
            profile, output, data, to, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            await using var target = TargetFactory.Open(arguments.GetValue(to), arguments.GetRequiredValue(data));
            var export = await target.ExportAsync(arguments.GetValue(profile), cancellationToken);
            if (arguments.GetValue(output) is not { } file)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(export, PersonalizeJson.Options));
                return;
            }

            file.Directory?.Create();
            await using (var stream = file.Create())
                await JsonSerializer.SerializeAsync(stream, export, PersonalizeJson.Options, cancellationToken);
            terminal.Result(
                new { file = file.FullName, events = export.Events.Length },
                console => console.WriteLine($"{export.Events.Length:N0} events and what was learnt of {export.Settings.Id} are in {file.FullName}"));
        });
        return command;
    }
}
