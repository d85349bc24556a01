using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

/// <summary>Meters are those of the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(when_calls_are_measured), DisableParallelization = true)]
[Collection(nameof(when_calls_are_measured))]
public sealed class when_calls_are_measured : IDisposable
{
    private readonly ConcurrentQueue<string> _measured = new();
    private readonly MeterListener _listener = new();

    public when_calls_are_measured()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Orleans.Personalize.Gateway")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags, $"={value}"));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags, string.Empty));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Each_call_counts_for_its_surface_and_how_it_ended()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.GetAsync("/v1/profiles/ann/home");
        await host.GetAsync("/v1/profiles/nobody/home");
        host.Personalizer.Failure = new UnavailableException("the disk is full");
        await host.GetAsync("/v1/profiles/ann/search?q=night");
        host.Personalizer.Failure = new InvalidDataException("broken");
        await host.GetAsync("/v1/model");

        Assert.Equal(
            [
                "personalize.answers surface:getHome model:Web||=1",
                "personalize.request.duration surface:getHome outcome:answered",
                "personalize.request.duration surface:getHome outcome:refused",
                "personalize.request.duration surface:search outcome:unavailable",
                "personalize.request.duration surface:getModel outcome:failed",
            ],
            _measured.Select(measured => measured));
    }

    [Fact]
    public async Task Events_count_by_what_became_of_them()
    {
        await using var host = await GatewayHost.StartAsync();
        const string Opened = """{"type":"titleOpened","id":"e1","profile":"ann","time":"2026-01-01T00:00:00Z","title":"odd"}""";
        var answer = await host.PostAsync("/v1/events", $"[{Opened},{Opened},{{\"type\":\"titleOpened\"}}]");
        Assert.Equal(200, answer.Status);

        string[] events = [.. _measured.Where(measured => measured.StartsWith("personalize.events", StringComparison.Ordinal))];
        Assert.Equal(
            [
                $"personalize.events outcome:accepted={answer.Value("accepted")}",
                $"personalize.events outcome:duplicate={answer.Value("duplicate")}",
                $"personalize.events outcome:rejected={answer.Value("rejected")}",
            ],
            events);
    }

    [Fact]
    public async Task A_call_that_is_turned_away_counts_too()
    {
        await using var host = await GatewayHost.StartAsync(options => options.ApiKeys.Add("sesame"));
        await host.GetAsync("/v1/model");
        Assert.Equal(["personalize.request.duration surface:getModel outcome:refused"], _measured);
    }

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, string value)
    {
        var text = instrument.Name;
        foreach (var (name, tag) in tags)
            text += $" {name}:{tag}";
        _measured.Enqueue(text + value);
    }
}
