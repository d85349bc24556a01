using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Orleans.Personalize.Cluster.Tests.for_telemetry;

/// <summary>What the meters of the product told since this was made, those of other facts that run at the same time among it.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, string?> Tags)> _all = new();
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Orleans.Personalize", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values of an instrument, in order.</summary>
    /// <param name="name">The instrument.</param>
    /// <param name="tags">Tags that they must have.</param>
    public double[] Of(string name, params (string Name, string Value)[] tags) =>
        [.. _all.Where(m => m.Name == name && tags.All(tag => m.Tags.GetValueOrDefault(tag.Name) == tag.Value)).Select(m => m.Value)];

    /// <summary>Asks every gauge.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
            kept[name] = tag?.ToString();
        _all.Enqueue((instrument.Name, value, kept));
    }
}
