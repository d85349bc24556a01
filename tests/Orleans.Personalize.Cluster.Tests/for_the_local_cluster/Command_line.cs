using System.Diagnostics;

namespace Orleans.Personalize.Cluster.Tests.for_the_local_cluster;

public sealed class Command_line : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_script_of_the_deployment_is_valid_bash()
    {
        foreach (var script in Directory.GetFiles(Deploy, "*.sh", SearchOption.AllDirectories).Where(path => !path.Contains("node_modules")))
        {
            var (code, output) = await RunAsync("bash", "-n", script);
            Assert.True(code == 0, $"{script}: {output}");
        }
    }

    [Fact]
    public async Task The_help_names_every_command()
    {
        var (code, output) = await RunClusterAsync("--help");

        Assert.Equal(0, code);
        foreach (var command in new[] { "start", "status", "logs [NAME]", "kill N", "restart N", "stop", "clean" })
            Assert.Contains($"\n  {command}", output);
    }

    [Theory]
    [InlineData("a command is missing")]
    [InlineData("unknown command: begin", "begin")]
    [InlineData("unknown option: --silo", "start", "--silo", "3")]
    [InlineData("--silos must be 1 to 9", "start", "--silos", "many")]
    [InlineData("--port needs a value", "start", "--port")]
    [InlineData("kill needs the number of a silo", "kill")]
    [InlineData("restart needs the number of a silo", "restart", "gateway")]
    [InlineData("status takes no name", "status", "silo-1")]
    [InlineData("said at the start", "stop", "--silos", "3")]
    public async Task A_wrong_command_line_is_refused_and_begins_nothing(string message, params string[] arguments)
    {
        var (code, output) = await RunClusterAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(message, output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("stop")]
    [InlineData("logs")]
    [InlineData("kill", "1")]
    public async Task Where_no_cluster_was_started_it_says_so(params string[] arguments)
    {
        var (code, output) = await RunClusterAsync([.. arguments, "--folder", Path.Combine(_folder.Path, "cluster")]);

        Assert.Equal(1, code);
        Assert.Contains("no cluster was started in", output);
    }

    private static string Deploy
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Orleans.Personalize.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("not in the repository");
            return Path.Combine(folder.FullName, "deploy");
        }
    }

    private static Task<(int Code, string Output)> RunClusterAsync(params string[] arguments) =>
        RunAsync("bash", [Path.Combine(Deploy, "local-cluster.sh"), .. arguments]);

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, await output + await errors);
    }
}
