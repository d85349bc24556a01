using System.Globalization;
using NBomber.Contracts;
using NBomber.Contracts.Stats;
using NBomber.CSharp;
using Orleans.Personalize.Cluster.Faults.Traffic;

namespace Orleans.Personalize.LoadTests;

/// <summary>A kind of visit as a scenario, each of its calls a step.</summary>
internal static class VisitScenario
{
    /// <summary>Makes the scenario: visits begin at a steady rate whether earlier ones have ended or not.</summary>
    public static ScenarioProps Create(Visit visit, Clients clients, LoadOptions options) => Scenario
        .Create(visit.Name, async context =>
        {
            foreach (var call in visit.Calls)
            {
                await Step.Run(call.ToString(), context, async () =>
                {
                    var (status, _) = await Visit.MakeAsync(call, clients, options.Batch, context.Random);
                    var text = status.ToString(CultureInfo.InvariantCulture);
                    return status == 200 ? Response.Ok(statusCode: text) : Response.Fail(statusCode: text);
                });
            }

            return Response.Ok();
        })
        .WithWarmUpDuration(TimeSpan.FromSeconds(10))
        .WithLoadSimulations(Simulation.Inject(
            rate: Math.Max(1, options.VisitsPerMinute / 60), interval: TimeSpan.FromSeconds(Math.Max(1, 60.0 / options.VisitsPerMinute)), during: options.Duration))
        .WithThresholds(
            Threshold.Create(scenario => FailedPercent(scenario.Ok, scenario.Fail) <= options.Failed),
            Threshold.Create(scenario => scenario.Ok.Latency.Percent99 <= options.P99 * visit.Calls.Length));

    /// <summary>How many of a hundred calls failed; the statistics' own percentages are whole numbers.</summary>
    public static double FailedPercent(MeasurementStats ok, MeasurementStats failed) =>
        100.0 * failed.Request.Count / Math.Max(1, ok.Request.Count + failed.Request.Count);
}
