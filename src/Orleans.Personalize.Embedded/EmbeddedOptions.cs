using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine;

namespace Orleans.Personalize.Embedded;

/// <summary>Where the embedded host keeps its data and how much memory it may take.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>
    /// The folder with everything: <c>personalize.db</c> and the <c>models</c>. Made where there is none; one process at a time serves from it.
    /// </summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>How many profiles stay in memory at most; the least recently used leave and come back when they are needed.</summary>
    public int ResidentProfiles { get; set; } = 250_000;

    /// <summary>How much memory the resident profiles may take together, in bytes, estimated from their encoded size.</summary>
    public long ResidentBytes { get; set; } = 1L << 30;

    /// <summary>A profile that was not used for so long leaves memory.</summary>
    public TimeSpan ResidentIdleTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many calls that write may wait; further ones wait to be let in, and can be cancelled until then.</summary>
    public int WaitingWrites { get; set; } = 10_000;

    /// <summary>How long to wait for a database that another connection holds before a call fails as unavailable; whole seconds, at least one.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest size of the database file in bytes, after which writes fail as unavailable; null for what the disk holds.</summary>
    public long? MaxDatabaseBytes { get; set; }

    /// <summary>What this service adds to the engine: kinds of rows, parts of the score, filters.</summary>
    public EngineExtensions Extensions { get; } = new();

    internal void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(DataFolder), nameof(DataFolder), "must name a folder");
        Require(ResidentProfiles >= 1, nameof(ResidentProfiles), "must be at least 1");
        Require(ResidentBytes >= 1, nameof(ResidentBytes), "must be at least 1");
        Require(ResidentIdleTime > TimeSpan.Zero, nameof(ResidentIdleTime), "must be positive");
        Require(WaitingWrites >= 1, nameof(WaitingWrites), "must be at least 1");
        Require(BusyTimeout >= TimeSpan.FromSeconds(1), nameof(BusyTimeout), "must be at least one second");
        Require(MaxDatabaseBytes is null or >= 1 << 20, nameof(MaxDatabaseBytes), "must be at least one mebibyte");
    }

    private static void Require(bool holds, string option, string rule)
    {
        if (!holds)
            throw new OptionsValidationException(option, typeof(EmbeddedOptions), [$"{option} {rule}"]);
    }
}
