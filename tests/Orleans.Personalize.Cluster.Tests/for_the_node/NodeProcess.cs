using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

/// <summary>A node in a process of its own, on free ports.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TaskCompletionSource<Uri> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly Process _process;

    private NodeProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "personalize-silo.dll")))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Calls the node.</summary>
    public HttpClient Http { get; private set; } = new();

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts a node and returns when it says where it can be reached.</summary>
    public static Task<NodeProcess> StartAsync(params string[] arguments) => StartAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Starts a node with more in its environment.</summary>
    public static async Task<NodeProcess> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // So long that no slow machine is taken for a silo that is gone.
        var node = new NodeProcess([.. arguments, "--answer-seconds", "30"], environment);
        var ended = node._process.WaitForExitAsync();
        if (await Task.WhenAny(node._started.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"the node ended:\n{node.Output}");
        node.Http.BaseAddress = await node._started.Task;
        return node;
    }

    /// <summary>Runs a node that ends by itself.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var node = new NodeProcess(arguments);
        await node._process.WaitForExitAsync().WaitAsync(Patience);
        return (node._process.ExitCode, node.Output);
    }

    /// <summary>A port that nobody uses.</summary>
    public static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString();
    }

    /// <summary>Ends the node as an operator does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends the node without a chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        var at = line.IndexOf("Open http", StringComparison.Ordinal);
        if (at >= 0)
            _started.TrySetResult(new Uri(line[(at + 5)..].Split(' ')[0]));
    }
}
