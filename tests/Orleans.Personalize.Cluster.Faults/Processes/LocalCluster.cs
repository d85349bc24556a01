using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Orleans.Personalize.Cluster.Faults.Processes;

/// <summary>Azurite, silos and a gateway in processes of their own, on free ports of this machine.</summary>
internal sealed class LocalCluster : IDisposable
{
    /// <summary>The program of a node.</summary>
    public const string Program = "personalize-silo.dll";

    /// <summary>What <c>dotnet</c> is told to run a node, before the node's own arguments.</summary>
    private string[] _host;
    private readonly KeyValuePair<string, string>[] _environment;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly FaultOptions _options;
    private readonly string _folder;
    private readonly int _azuritePort = FreePorts(3);
    private readonly (int Silo, int Gateway, int Http)[] _ports;
    private readonly ManagedProcess?[] _silos;
    private readonly int _gatewayPort = FreePorts(1);
    private ManagedProcess? _azurite;
    private ManagedProcess? _gateway;

    /// <param name="options">How many silos, and where they keep state.</param>
    /// <param name="folder">Where everything is kept.</param>
    /// <param name="host">What to run as a node, where it is not the program itself.</param>
    /// <param name="environment">What nodes find in their environment.</param>
    public LocalCluster(FaultOptions options, string folder, string[]? host = null, params KeyValuePair<string, string>[] environment)
    {
        _options = options;
        _host = host ?? [Path.Combine(options.Before ?? ThisVersion, Program)];
        _environment = environment;
        _folder = folder;
        _silos = new ManagedProcess?[options.Silos];
        _ports = [.. Enumerable.Range(0, options.Silos).Select(_ => (FreePorts(1), FreePorts(1), FreePorts(1)))];

        // The account and key of every Azurite, as documented by Microsoft.
        const string Account = "devstoreaccount1";
        const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        Connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key}"
            + $";BlobEndpoint=http://127.0.0.1:{_azuritePort}/{Account}"
            + $";QueueEndpoint=http://127.0.0.1:{_azuritePort + 1}/{Account}"
            + $";TableEndpoint=http://127.0.0.1:{_azuritePort + 2}/{Account}";
    }

    /// <summary>Reaches Azurite, and through it the members of the cluster.</summary>
    public string Connection { get; }

    /// <summary>Where each silo answers over HTTP.</summary>
    public IEnumerable<Uri> Silos => _ports.Select(ports => new Uri($"http://127.0.0.1:{ports.Http}/"));

    /// <summary>Where the gateway answers.</summary>
    public Uri Gateway => new($"http://127.0.0.1:{_gatewayPort}/");

    public ManagedProcess Azurite => _azurite ?? throw new InvalidOperationException("not started");

    public ManagedProcess Silo(int number) => _silos[number] ?? throw new InvalidOperationException("not started");

    /// <summary>Processor time so far: of the silos together, the gateway, Azurite, and this process, which makes the calls.</summary>
    public (TimeSpan Silos, TimeSpan Gateway, TimeSpan Azurite, TimeSpan Driver) ProcessorTime => (
        _silos.Aggregate(TimeSpan.Zero, (sum, node) => sum + TimeOf(node)), TimeOf(_gateway), TimeOf(_azurite), Process.GetCurrentProcess().TotalProcessorTime);

    public async Task StartAsync()
    {
        await StartAzuriteAsync();
        await StartSilosAsync();
        _gateway = Node("gateway", "--role", "gateway", "--url", $"http://127.0.0.1:{_gatewayPort}");
        await UntilReadyAsync("gateway", _gateway, _gatewayPort);
    }

    /// <summary>Starts every silo and waits until each answers.</summary>
    public async Task StartSilosAsync()
    {
        for (var silo = 0; silo < _silos.Length; silo++)
            LaunchSilo(silo);
        for (var silo = 0; silo < _silos.Length; silo++)
            await UntilStartedAsync(silo);
    }

    /// <summary>What is started from now on is the program of this version, or that which was named as the other one.</summary>
    public void Change(bool toThisVersion) =>
        _host = [Path.Combine(toThisVersion ? ThisVersion : _options.Before ?? ThisVersion, Program)];

    /// <summary>Drains every silo.</summary>
    public Task StopSilosAsync() => Task.WhenAll(_silos.OfType<ManagedProcess>().Select(silo => silo.StopAsync()));

    public async Task StartAzuriteAsync()
    {
        _azurite?.Dispose();
        var deploy = Path.Combine(Repository, "deploy", "azurite");
        if (!Directory.Exists(Path.Combine(deploy, "node_modules")))
            throw new FormatException("Azurite is not installed: npm ci in deploy/azurite");
        _azurite = new ManagedProcess(
            Log("azurite"), Path.Combine(deploy, "start.sh"), [Path.Combine(_folder, "azurite"), _azuritePort.ToString()]);
        var started = Stopwatch.GetTimestamp();
        while (!await AcceptsAsync(_azuritePort + 2))
        {
            if (_azurite.HasEnded || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"Azurite does not start; see {Log("azurite")}");
            await Task.Delay(50);
        }
    }

    /// <summary>Starts a silo that has ended and waits until it answers; one that ends while it starts is started again, as orchestrators do.</summary>
    public async Task StartSiloAsync(int number)
    {
        LaunchSilo(number);
        await UntilStartedAsync(number);
    }

    public void Dispose()
    {
        _gateway?.Dispose();
        foreach (var silo in _silos)
            silo?.Dispose();
        _azurite?.Dispose();
    }

    private string ThisVersion => _options.ProgramFolder ?? AppContext.BaseDirectory;

    private static TimeSpan TimeOf(ManagedProcess? process) => process?.ProcessorTime ?? TimeSpan.Zero;

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Orleans.Personalize.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("not in the repository");
            return folder.FullName;
        }
    }

    private void LaunchSilo(int number)
    {
        _silos[number]?.Dispose();
        var (silo, gateway, http) = _ports[number];
        _silos[number] = Node(
            $"silo-{number}", "--role", "silo", "--address", "127.0.0.1", "--silo-port", $"{silo}", "--gateway-port", $"{gateway}",
            "--url", $"http://127.0.0.1:{http}", "--dashboard", "off");
    }

    private ManagedProcess Node(string name, params IEnumerable<string> arguments) => new(
        Log(name),
        "dotnet",
        [
            .. _host, "--clustering", "azure", "--storage", _options.Storage, "--connection", Connection,
            "--data", Path.Combine(_folder, "data"), .. _options.Queues > 0 ? (string[])["--event-queues", $"{_options.Queues}"] : [], .. arguments,
        ],
        _environment);

    private async Task UntilReadyAsync(string name, ManagedProcess process, int port)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(http, port))
        {
            if (process.HasEnded || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"{name} does not start; see {Log(name)}");
            await Task.Delay(100);
        }
    }

    private async Task UntilStartedAsync(int number)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await UntilReadyAsync($"silo-{number}", Silo(number), _ports[number].Http);
                return;
            }
            catch (InvalidOperationException error) when (tries < 5)
            {
                Console.WriteLine($"  {error.Message}; started again");
                LaunchSilo(number);
            }
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The first of some ports in a row that nobody uses.</summary>
    private static int FreePorts(int count)
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            if (Enumerable.Range(port + 1, count - 1).All(IsFree))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string Log(string name) => Path.Combine(_folder, $"{name}.log");
}
