using System.Diagnostics;
using System.Text.Json;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class A_process_that_is_killed : EmbeddedFacts
{
    private const int Rounds = 5;
    private const int AcknowledgedBeforeKill = 250;

    [Fact]
    public async Task Loses_nothing_acknowledged_and_applies_nothing_twice()
    {
        await (await OpenWithTitlesAsync()).DisposeAsync();
        var acknowledged = new HashSet<(string Profile, string Event)>();

        for (var round = 0; round < Rounds; round++)
        {
            acknowledged.UnionWith(await RunAndKillAsync(round));
            var personalizer = Open();
            await AssertKeptOnceAsync(personalizer, acknowledged);
            await AssertStatesFollowFromEventsAsync(personalizer, acknowledged.Select(entry => entry.Profile).Distinct());
            await personalizer.DisposeAsync();
        }
    }

    /// <summary>Lets another process record events until enough of them are acknowledged, then kills it in the middle of its work.</summary>
    private async Task<List<(string Profile, string Event)>> RunAndKillAsync(int round)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Orleans.Personalize.CrashHost.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", program, Folder, $"{round}", Time.GetUtcNow().ToString("O") })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var acknowledged = new List<(string, string)>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split('/');
            acknowledged.Add((parts[0], parts[1]));
            if (acknowledged.Count == AcknowledgedBeforeKill)
                process.Kill();
        }

        await process.WaitForExitAsync();
        Assert.True(acknowledged.Count >= AcknowledgedBeforeKill, $"the process ended by itself with code {process.ExitCode}");
        return acknowledged;
    }

    private static async Task AssertKeptOnceAsync(EmbeddedPersonalizer personalizer, HashSet<(string Profile, string Event)> acknowledged)
    {
        foreach (var profile in acknowledged.GroupBy(entry => entry.Profile, entry => entry.Event))
        {
            var kept = (await KeptEventsAsync(personalizer, new ProfileId(profile.Key))).Select(id => id.Value).ToList();
            Assert.Distinct(kept);
            Assert.Empty(profile.Except(kept));
        }
    }

    /// <summary>Feeds the kept events to a fresh host: it must learn exactly what the killed one had.</summary>
    private async Task AssertStatesFollowFromEventsAsync(EmbeddedPersonalizer personalizer, IEnumerable<string> profiles)
    {
        using var folder = new TemporaryFolder();
        await using var replay = EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = folder.Path }, Time);
        await replay.PutTitlesAsync(Conformance.SampleCatalog.Titles);
        foreach (var id in profiles.Select(profile => new ProfileId(profile)))
        {
            var export = await personalizer.ExportProfileAsync(id);
            await replay.PutProfileAsync(export.Settings);
            await RecordAsync(replay, [.. export.Events]);
            Assert.Equal(
                JsonSerializer.Serialize(export.Taste, PersonalizeJson.Options),
                JsonSerializer.Serialize((await replay.ExportProfileAsync(id)).Taste, PersonalizeJson.Options));
        }
    }
}
