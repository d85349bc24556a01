using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>Tends the log, one compaction at a time. Holds only what it last did and when, which does not survive deactivation.</summary>
internal sealed class EventLogGrain(
    SiloEngines engines, IOptions<PersonalizeGrainOptions> options, TimeProvider time, ILogger<EventLogGrain> logger) : Grain, IEventLogGrain
{
    private long _titles = -1;
    private DateTimeOffset _compacted = DateTimeOffset.MinValue;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    async Task IEventLogGrain.TendAsync()
    {
        if (options.Value.EventLog is not { } store)
            return;
        var tenant = this.GetPrimaryKeyString();
        try
        {
            var compactor = new EventLogCompactor(store, tenant, time);
            var catalog = (await engines.For(tenant).AtLeastAsync(0)).Catalog;
            if (catalog.Version != _titles)
                await Task.Run(() => compactor.PutTitlesAsync([.. TitlesOf(catalog)], catalog.Version));
            _titles = catalog.Version;
            await CompactAsync(compactor, tenant);
        }
        catch (Exception error)
        {
            EventLogLog.NotCompacted(logger, error, tenant);
        }
    }

    private async Task CompactAsync(EventLogCompactor compactor, string tenant)
    {
        var now = time.GetUtcNow();
        if (now - _compacted < options.Value.CompactionInterval)
            return;
        _compacted = now;
        var purge = now - _purged >= options.Value.PurgeInterval;
        var report = await Task.Run(() => compactor.CompactAsync(new CompactionOptions { Purge = purge, KeepFor = options.Value.KeepLoggedEvents }));
        EventLogLog.Compacted(logger, tenant, report.Taken, report.Made, report.Events, report.Repeated, report.Expired, report.Marks);
        if (purge)
            _purged = now;
    }

    private static IEnumerable<Title> TitlesOf(Engine.Titles.Catalog catalog) => Enumerable.Range(0, catalog.Count).Select(number => catalog[number]).OfType<Title>();
}
