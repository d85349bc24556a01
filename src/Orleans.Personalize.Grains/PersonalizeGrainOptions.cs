using Orleans.Personalize.Engine;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains.Notifications;

namespace Orleans.Personalize.Grains;

/// <summary>What a silo decides about its grains.</summary>
public sealed class PersonalizeGrainOptions
{
    /// <summary>
    /// The folder of the model files of the tenant <see cref="DefaultTenant"/>; those of another tenant are in the folder of its name
    /// below. Null for no trained models.
    /// </summary>
    public string? ModelDirectory { get; set; }

    /// <summary>
    /// Where the models are that all silos share; <see cref="ModelDirectory"/> then holds those that this silo fetched. Null where the silos share that folder itself.
    /// </summary>
    public ILogStore? ModelRegistry { get; set; }

    /// <summary>Where the event log is kept, for training; null for none. The silos of a cluster share it.</summary>
    public ILogStore? EventLog { get; set; }

    /// <summary>How often the event log is compacted.</summary>
    public TimeSpan CompactionInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the event log keeps events, from their own time; null for ever. What is older is gone with the next <see cref="PurgeInterval"/>. The profiles keep what they have.
    /// </summary>
    public TimeSpan? KeepLoggedEvents { get; set; }

    /// <summary>
    /// How often the events of erased profiles, and those that are not to be kept any longer, are taken out of the event log; those of erased profiles are not read any more from the
    /// erasure on.
    /// </summary>
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>The tenant that is loaded when the silo starts; others are loaded on first use.</summary>
    public string DefaultTenant { get; set; } = "default";

    /// <summary>How often a silo looks for a changed catalogue or model and hands over what it counted.</summary>
    public TimeSpan FollowInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after a change a grain saves its live counts: what a crash may lose of them, never of profiles or titles. Every title that is played costs
    /// one write in this time.
    /// </summary>
    public TimeSpan CountSaveInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// From what share of the memory that the process may take (its container's limit, or what .NET is allowed) the grains that were not used for the longest time are put
    /// out of memory until a tenth of it is free again, in percent; nothing acknowledged waits for that. Null for never: then only the idle leave.
    /// </summary>
    public double? MemoryLimitPercent { get; set; } = 80;

    /// <summary>
    /// How long an answer waits for the grains of the titles just watched, and a search for the grain that knows what was opened after it; while one does not answer, because
    /// its silo may be gone, what the titles said last is taken, and nothing is known of the search.
    /// </summary>
    public TimeSpan ConsultPatience { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a profile that is activated waits to learn which account it belongs to, and with it on which silo it is best. Where it is does not matter for
    /// what it answers.
    /// </summary>
    public TimeSpan PlacementPatience { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// For how long at most a silo makes answers of every kind before it joins the others, so that those to its first members do not wait until the code is compiled; zero for
    /// not at all.
    /// </summary>
    public TimeSpan WarmUp { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long an event that came through the queue is tried while its profile cannot record it; then it is kept as a dead letter, so that the events behind it go on. One that
    /// is wrong is kept so at once.
    /// </summary>
    public TimeSpan QueuePatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a silo looks at its memory.</summary>
    public TimeSpan MemoryInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How e-mails and push messages are sent; null for not at all. The silo then needs a reminder service too.</summary>
    public GrainNotificationOptions? Notifications { get; set; }

    /// <summary>What this service adds to the engine: kinds of rows, parts of the score, filters. Every silo needs the same.</summary>
    public EngineExtensions Extensions { get; } = new();
}
