using Microsoft.Extensions.Hosting;

namespace Orleans.Personalize.Embedded;

/// <summary>Asks for the personalizer when the host starts, so that a folder that cannot be opened stops the start and not the first call.</summary>
internal sealed class OpenAtStart : IHostedService
{
    public OpenAtStart(EmbeddedPersonalizer personalizer) => ArgumentNullException.ThrowIfNull(personalizer);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
