namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>Keeps the event log of a tenant, which is its key, small: every silo asks it now and then, so that one does the work for all.</summary>
[Alias("op.IEventLogGrain")]
internal interface IEventLogGrain : IGrainWithStringKey
{
    /// <summary>Compacts the log where that was not done just now, and writes the titles beside it.</summary>
    [Alias("Compact")]
    Task CompactAsync();
}
