using System.Diagnostics;
using System.Globalization;
using Orleans.Personalize.Cluster.Faults;
using Orleans.Personalize.Cluster.Faults.Faults;
using Orleans.Personalize.Cluster.Faults.Processes;
using Orleans.Personalize.Cluster.Faults.Traffic;
using Orleans.Personalize.Demo;

FaultOptions options;
try
{
    options = FaultOptions.Parse(args);
}
catch (FormatException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(FaultOptions.Usage);
    return 2;
}

var folder = Directory.CreateTempSubdirectory("personalize-faults-").FullName;
var faultless = false;
try
{
    faultless = await RunAsync(options, folder);
}
catch (Exception error) when (error is InvalidOperationException or HttpRequestException or TaskCanceledException or TimeoutException)
{
    // Caught, so that the processes are ended on the way here.
    Console.Error.WriteLine(error.Message);
}

if (options.Keep || !faultless)
    Console.WriteLine($"logs are in {folder}");
else
    Directory.Delete(folder, recursive: true);
return faultless ? 0 : 1;

static async Task<bool> RunAsync(FaultOptions options, string folder)
{
    var world = DemoWorld.Create(new DemoOptions { Titles = options.Titles, Households = options.Households, Days = 5 }, seed: 1, DateTimeOffset.UtcNow);
    var ledger = new EventLedger();
    using var cluster = new LocalCluster(options, folder);
    await cluster.StartAsync();
    using var clients = new Clients(cluster.Gateway, world, ledger);
    await clients.FillAsync();
    clients.ByQueue = options.Queues > 0;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{options.Silos} silos, storage {options.Storage}, {world.Titles.Length} titles, {world.Profiles.Length} profiles with {ledger.Sent} events; "
        + $"{options.RequestsPerSecond:0} requests and {options.EventsPerSecond:0} events a second; {Environment.ProcessorCount} processors"));

    using var stopping = new CancellationTokenSource();
    var load = new OpenLoop(clients, options);
    var running = load.RunAsync(stopping.Token);
    await Task.Delay(TimeSpan.FromSeconds(options.Warm));
    var (cpu, started) = (cluster.ProcessorTime, Stopwatch.GetTimestamp());
    var breaker = new Breaker(cluster, options, () => load.Now);
    await breaker.RunAsync();
    var elapsed = Stopwatch.GetElapsedTime(started);
    var used = cluster.ProcessorTime;
    await stopping.CancelAsync();
    await running;

    Report.Print(load.Calls, breaker.Faults);
    var within = Report.IsWithin(load.Calls, options.P99, options.Failed);
    if (options.Fault == FaultKind.None)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"processors used: silos {(used.Silos - cpu.Silos) / elapsed:0.00}, gateway {(used.Gateway - cpu.Gateway) / elapsed:0.00}, "
            + $"Azurite {(used.Azurite - cpu.Azurite) / elapsed:0.00}, calls made here {(used.Driver - cpu.Driver) / elapsed:0.00}"));
    }

    var (difference, emptied) = await clients.CompareAsync();
    if (clients.ByQueue)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the queues were empty {emptied.TotalSeconds:0} s after the last event"));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{ledger.Sent} events sent, {ledger.Acknowledged} acknowledged; read back from {world.Profiles.Length} profiles: {difference.Lost} lost, "
        + $"{difference.Twice} twice, {difference.Unknown} unknown, {difference.KeptUnacknowledged} kept without the sender knowing"));
    return within && difference.IsFaultless && ledger.Sent == ledger.Acknowledged;
}
