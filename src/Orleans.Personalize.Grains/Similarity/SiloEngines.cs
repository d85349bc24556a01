using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains.Telemetry;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// The engines of one silo, one for each tenant in use, and the loop that keeps them up to date. Lives as long as the silo.
/// </summary>
public sealed class SiloEngines : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly ConcurrentDictionary<string, SiloEngine> _engines = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IGrainFactory _grains;
    private readonly PersonalizeGrainOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SiloEngines> _logger;
    private readonly ReplicaGauges _gauges;
    private Task _following = Task.CompletedTask;

    /// <summary>Made by the silo's services.</summary>
    public SiloEngines(IGrainFactory grains, IOptions<PersonalizeGrainOptions> options, TimeProvider time, ILogger<SiloEngines> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _grains = grains;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _gauges = new ReplicaGauges(() => _engines.Values, time);
    }

    /// <summary>
    /// Hands over what this silo counted to the grains that own the counts and fetches what changed: done by itself every
    /// <see cref="PersonalizeGrainOptions.FollowInterval"/> and when the silo stops.
    /// </summary>
    public async Task FollowAsync()
    {
        foreach (var engine in _engines.Values)
        {
            try
            {
                await engine.FollowAsync();
            }
            catch (Exception error)
            {
                if (_stopping.IsCancellationRequested)
                    continue;
                GrainTelemetry.FollowFailed(engine.Tenant);
                SiloEngineLog.FollowFailed(_logger, error, engine.Tenant);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gauges.Dispose();
        _stopping.Dispose();
    }

    void ILifecycleParticipant<ISiloLifecycle>.Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SiloEngines), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    /// <summary>The engine of a tenant, which may not be loaded yet.</summary>
    internal SiloEngine For(string tenant) =>
        _engines.TryGetValue(tenant, out var engine)
            ? engine
            : _engines.GetOrAdd(tenant, name => new SiloEngine(name, _grains, _options, _time, _logger));

    private Task StartAsync(CancellationToken cancellationToken)
    {
        For(_options.DefaultTenant);
        _following = Task.Run(FollowUntilStoppedAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task FollowUntilStoppedAsync()
    {
        using var timer = new PeriodicTimer(_options.FollowInterval, _time);
        try
        {
            do
            {
                await FollowAsync();
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _following.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_engines.Values.Select(engine => engine.DrainAsync())).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
