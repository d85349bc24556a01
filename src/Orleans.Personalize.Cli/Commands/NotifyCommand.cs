using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Personalize.Cli.Notifying;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Running;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize notify</c>: sends what profiles are to be told by e-mail and push message, or shows what would go out.</summary>
internal static class NotifyCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Send nothing: show what would go out, to whom, when and why." };
        var profile = new Option<string[]>("--profile") { Description = "With --dry-run: only these profiles, also those without an address; may be given several times.", HelpName = "ID" };
        var html = new Option<FileInfo?>("--html") { Description = "With --dry-run: write a page with the messages as they would be seen.", HelpName = "FILE" };
        var sending = SendingFile("--sending", "How to send: a JSON file with 'smtp', 'webhook' and 'messages'. With --dry-run only what is in 'messages' counts.");
        var data = CommonOptions.Data();
        var to = CommonOptions.To();
        var key = CommonOptions.ApiKey();
        var json = CommonOptions.Json();

        var command = new Command("notify", """
            Send what profiles are to be told by e-mail and push message, once. 'personalize serve --notify FILE' does so round after round.
            Example: personalize notify --dry-run --data ./data --html preview.html
            """)
        {
            dryRun, profile, html, sending, data, to, key, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            using var settings = arguments.GetValue(sending) is { } file ? MessageSenders.Read(file) : null;
            var isDry = arguments.GetValue(dryRun);
            if (!isDry && settings is not { Senders.Count: > 0 })
                throw new CommandFailedException("--sending: name a file with 'smtp' or 'webhook' in it, or use --dry-run");
            await using var service = Open(arguments.GetValue(to), arguments.GetValue(key), arguments.GetRequiredValue(data));
            if (!isDry)
            {
                var runner = new NotificationRunner(service.Desk, settings!.Senders, TimeProvider.System, NullLogger<NotificationRunner>.Instance);
                var report = await runner.RunOnceAsync(cancellationToken);
                terminal.Result(report, console => Print(report, console));
                return;
            }

            var plans = await PlanAsync(service.Desk, arguments.GetValue(profile) ?? [], cancellationToken);
            if (arguments.GetValue(html) is { } page)
                await WriteAsync(page, new PlanPreview(settings?.Messages ?? new MessageOptions { ArtworkBase = arguments.GetValue(to) }).Write(plans), cancellationToken);
            terminal.Result(plans.Select(planned => planned.Plan), console => PlanTable.Print(plans, console));
        });
        return command;
    }

    /// <summary>The option that names a file of <see cref="SendingSettings"/>.</summary>
    public static Option<FileInfo?> SendingFile(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static NotifiedService Open(Uri? to, string? key, DirectoryInfo data)
    {
        if (to is not null)
        {
            var target = new ServiceTarget(to, key);
            return new NotifiedService(target, target);
        }

        if (!data.Exists)
            throw new CommandFailedException($"--data: there is no folder {data.FullName}");
        try
        {
            var personalizer = EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = data.FullName });
            return new NotifiedService(new PersonalizerDesk(personalizer), personalizer);
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
    }

    private static async Task<List<PlannedProfile>> PlanAsync(INotificationDesk desk, string[] profiles, CancellationToken cancellationToken)
    {
        var plans = new List<PlannedProfile>();
        if (profiles.Length == 0)
        {
            await foreach (var planned in NotificationRunner.PlanAllAsync(desk, cancellationToken))
                plans.Add(planned);
            return plans;
        }

        foreach (var name in profiles)
        {
            if (!ProfileId.TryParse(name, null, out var id))
                throw new CommandFailedException($"--profile: {IdRules.Reason(ProfileId.MaxLength)}");
            var plan = await desk.PlanAsync(id, cancellationToken);
            var before = await desk.ListProfilesAsync(new() { Count = 1000, Filter = name }, cancellationToken);
            var settings = before.Profiles.FirstOrDefault(known => known.Id == id) ?? new() { Id = id, Name = name };
            plans.Add(new PlannedProfile(settings, plan));
        }

        return plans;
    }

    private static async Task WriteAsync(FileInfo file, string content, CancellationToken cancellationToken)
    {
        file.Directory?.Create();
        await File.WriteAllTextAsync(file.FullName, content, cancellationToken);
    }

    private static void Print(RunReport report, IAnsiConsole console)
    {
        console.WriteLine($"{report.Profiles:N0} profiles can be reached; {report.Sent:N0} messages were sent.");
        if (report.Failed + report.Uncertain + report.Waiting + report.Troubled > 0)
            console.WriteLine($"{report.Failed:N0} failed, {report.Uncertain:N0} uncertain, {report.Waiting:N0} wait, {report.Troubled:N0} in trouble.");
    }
}
