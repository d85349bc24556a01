using System.Globalization;
using NBomber.Contracts.Stats;
using NBomber.CSharp;
using Orleans.Personalize.Cluster.Faults.Traffic;
using Orleans.Personalize.Demo;
using Orleans.Personalize.LoadTests;

LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (FormatException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

var world = DemoWorld.Create(new DemoOptions { Titles = options.Titles, Households = options.Households, Days = 5 }, seed: 1, DateTimeOffset.UtcNow);
var ledger = new EventLedger();
using var clients = new Clients(options.Gateway, world, ledger);
await clients.FillAsync();

var result = NBomberRunner
    .RegisterScenarios([.. options.Visits.Select(visit => VisitScenario.Create(visit, clients, options))])
    .WithReportFolder(options.Reports)
    .WithReportFormats(ReportFormat.Html, ReportFormat.Txt)
    .Run();

var failed = false;
foreach (var scenario in result.ScenarioStats)
{
    foreach (var step in scenario.StepStats)
    {
        var failedPercent = VisitScenario.FailedPercent(step.Ok, step.Fail);
        var within = step.Ok.Latency.Percent99 <= options.P99 && failedPercent <= options.Failed;
        failed |= !within;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.ScenarioName}/{step.StepName}: p99 {step.Ok.Latency.Percent99:0} ms, {failedPercent:0.##} % failed{(within ? "" : ": too much")}"));
    }
}

var (difference, _) = await clients.CompareAsync();
Console.WriteLine($"{ledger.Acknowledged} of {ledger.Sent} events acknowledged; read back: {difference.Lost} lost, {difference.Twice} twice");
return failed || !difference.IsFaultless ? 1 : 0;
