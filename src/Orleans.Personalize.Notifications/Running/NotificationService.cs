using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>Sends what is due, round after round, as long as the host runs.</summary>
/// <param name="runner">Does one round.</param>
/// <param name="every">The time from the beginning of one round to the next; a round that takes longer is not overtaken.</param>
/// <param name="time">Says what time it is.</param>
/// <param name="logger">Takes what is worth telling.</param>
public sealed class NotificationService(NotificationRunner runner, TimeSpan every, TimeProvider time, ILogger<NotificationService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            do
            {
                await RoundAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunOnceAsync(stoppingToken);
        }
#pragma warning disable CA1031 // One bad round must not end all later ones.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            RunnerLog.RoundFailed(logger, failure);
        }
    }
}
