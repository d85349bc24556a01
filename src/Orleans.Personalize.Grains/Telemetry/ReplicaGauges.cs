using System.Diagnostics.Metrics;
using Orleans.Personalize.Grains.Similarity;

namespace Orleans.Personalize.Grains.Telemetry;

/// <summary>Tells how far a silo's replicas are behind. Lives as long as its silo.</summary>
internal sealed class ReplicaGauges : IDisposable
{
    private readonly Meter _meter = new(GrainTelemetry.Name);

    /// <param name="engines">The silo's engines, one for each tenant in use.</param>
    /// <param name="time">Says how old they are.</param>
    public ReplicaGauges(Func<IEnumerable<SiloEngine>> engines, TimeProvider time)
    {
        _meter.CreateObservableGauge(
            "personalize.silo.replica.age",
            () => engines().Select(engine => new Measurement<double>((time.GetUtcNow() - engine.FollowedAt).TotalSeconds, Tenant(engine))),
            "s",
            "Time since the silo last knew that its copies of catalogue, model, rules and counts are those of their owners.");
        _meter.CreateObservableGauge(
            "personalize.silo.catalog.version",
            () => engines().Select(engine => new Measurement<long>(engine.CatalogVersion, Tenant(engine))),
            "{version}",
            "The version of the catalogue that the silo answers from; silos that differ for long do not follow.");
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tenant(SiloEngine engine) => new("tenant", engine.Tenant);
}
