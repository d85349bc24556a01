using Orleans.CodeGeneration;

namespace Orleans.Personalize.Grains.EventLogging;

/// <summary>Tends the event log of a tenant, which is its key: every silo asks it once a minute, so that one does the work for all.</summary>
/// <remarks>One call at a time.</remarks>
[Version(1), Alias("op.IEventLogGrain")]
internal interface IEventLogGrain : IGrainWithStringKey
{
    /// <summary>Writes the titles beside the log where they changed, and compacts it where that was not done for a while.</summary>
    [Alias("Tend")]
    Task TendAsync();
}
