using System.Diagnostics;
using System.Text.RegularExpressions;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public partial class when_the_guide_is_followed
{
    [ShellFact]
    public async Task Its_commands_work_as_written_one_after_the_other()
    {
        var folder = Directory.CreateTempSubdirectory("personalize-guide-").FullName;
        await using (var host = await GatewayHost.StartAsync(services: s => s.AddEmbeddedPersonalizer(o => o.DataFolder = folder)))
            await FollowAsync(host);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FollowAsync(GatewayHost host)
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "api.md"));
        var commands = string.Join('\n', Commands().Matches(guide).Select(m => m.Groups["commands"].Value));
        Assert.Contains("/v1/events", commands, StringComparison.Ordinal);

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-e"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await shell.StandardInput.WriteAsync(commands.Replace("http://localhost:5080", host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        shell.StandardInput.Close();
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, output + await error);
        Assert.Contains("\"field\":\"name\",\"reason\":\"is required\"", output, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"accepted\"", output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"continueWatching\"", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("```bash\n(?<commands>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Commands();

    private sealed class ShellFactAttribute : FactAttribute
    {
        public ShellFactAttribute()
        {
            if (!Has("bash") || !Has("curl"))
                Skip = "bash or curl is not here";
        }

        private static bool Has(string command) =>
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
    }
}
