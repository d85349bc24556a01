using System.Collections.Immutable;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Events;

/// <summary>What a running service exports, profile by profile.</summary>
internal sealed class ServiceEvents(Uri service, string? key) : IEventSource
{
    public string Name => service.Host;

    public async Task<(ImmutableArray<Title> Titles, List<ProfileEvent> Events)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var target = new ServiceTarget(service, key);
        var events = await target.ExportAllAsync(cancellationToken);
        return (await target.FindTitlesAsync(events, cancellationToken), events);
    }
}
