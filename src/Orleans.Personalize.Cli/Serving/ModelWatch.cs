using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cli.Serving;

/// <summary>Puts a newly published model in service without a restart.</summary>
internal sealed partial class ModelWatch(ModelStore models, EmbeddedPersonalizer personalizer, TimeProvider time, ILogger<ModelWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        string? refused = null;
        while (await NextAsync(timer, stoppingToken))
        {
            string? version = null;
            try
            {
                version = models.ActiveVersion;
                if (version is not null && version != refused && version != personalizer.GetStatus().ModelVersion)
                    ModelSwapped((await personalizer.ActivateModelAsync()).Version);
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnknownModelException)
            {
                // Told once, not every two seconds.
                refused = version;
                ModelRefused(failure);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "model {Version} is in service")]
    private partial void ModelSwapped(string version);

    [LoggerMessage(LogLevel.Warning, "the published model cannot be read; the one in service stays")]
    private partial void ModelRefused(Exception failure);
}
