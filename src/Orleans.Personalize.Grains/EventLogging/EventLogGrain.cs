using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>Compacts the log, one compaction at a time. Holds only when it last did, which does not survive deactivation.</summary>
internal sealed class EventLogGrain(
    SiloEngines engines, IOptions<PersonalizeGrainOptions> options, TimeProvider time, ILogger<EventLogGrain> logger) : Grain, IEventLogGrain
{
    private DateTimeOffset _compacted = DateTimeOffset.MinValue;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    async Task IEventLogGrain.CompactAsync()
    {
        var now = time.GetUtcNow();
        if (options.Value.EventLog is not { } store || now - _compacted < options.Value.CompactionInterval / 2)
            return;
        _compacted = now;
        var tenant = this.GetPrimaryKeyString();
        var purge = now - _purged >= options.Value.PurgeInterval;
        try
        {
            var compactor = new EventLogCompactor(store, tenant, time);
            var catalog = (await engines.For(tenant).AtLeastAsync(0)).Catalog;
            await Task.Run(async () =>
            {
                await compactor.PutTitlesAsync([.. TitlesOf(catalog)], catalog.Version);
                var report = await compactor.CompactAsync(new CompactionOptions { Purge = purge });
                EventLogLog.Compacted(logger, tenant, report.Taken, report.Made, report.Events, report.Repeated, report.Marks);
            });
            if (purge)
                _purged = now;
        }
        catch (Exception error)
        {
            EventLogLog.NotCompacted(logger, error, tenant);
        }
    }

    private static IEnumerable<Title> TitlesOf(Engine.Titles.Catalog catalog) => Enumerable.Range(0, catalog.Count).Select(number => catalog[number]).OfType<Title>();
}
