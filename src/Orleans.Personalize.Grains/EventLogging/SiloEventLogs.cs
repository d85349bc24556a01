using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orleans.Personalize.EventLogs;

namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>One silo's part of the event logs: a writer for each tenant in use, and the clock that has the logs compacted. Lives as long as the silo.</summary>
public sealed class SiloEventLogs : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Lazy<EventLogWriter>> _writers = new(StringComparer.Ordinal);
    private readonly IGrainFactory _grains;
    private readonly PersonalizeGrainOptions _options;
    private readonly TimeProvider _time;
    private ITimer? _timer;

    /// <summary>Made by the silo's services.</summary>
    public SiloEventLogs(IGrainFactory grains, IOptions<PersonalizeGrainOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _grains = grains;
        _options = options.Value;
        _time = time;
    }

    /// <summary>
    /// Has the titles written beside the logs of the tenants in use here, and the logs compacted where <see cref="PersonalizeGrainOptions.CompactionInterval"/> has gone by:
    /// done by itself every minute.
    /// </summary>
    public Task TendAsync() => Task.WhenAll(_writers.Keys.Append(_options.DefaultTenant).Distinct(StringComparer.Ordinal).Select(tenant => _grains.GetGrain<IEventLogGrain>(tenant).TendAsync()));

    /// <summary>The writer of a tenant's log; null where none is kept.</summary>
    internal EventLogWriter? WriterOf(string tenant) =>
        _options.EventLog is { } store ? _writers.GetOrAdd(tenant, name => new(() => new EventLogWriter(store, name, _time))).Value : null;

    void ILifecycleParticipant<ISiloLifecycle>.Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(SiloEventLogs), ServiceLifecycleStage.Active, StartAsync, StopAsync);

        // After the grains are gone, whose last writes may still come.
        lifecycle.Subscribe($"{nameof(SiloEventLogs)}.End", ServiceLifecycleStage.RuntimeServices, _ => Task.CompletedTask, EndAsync);
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.EventLog is not null)
            _timer = _time.CreateTimer(_ => TendAsync().Ignore(), null, Interval, Interval);

        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_timer is not null)
            await _timer.DisposeAsync();
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var writers = _writers.Values.Select(writer => writer.Value.DisposeAsync().AsTask());
        await Task.WhenAll(writers).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
