using System.Globalization;

namespace Orleans.Personalize.Cluster.Processes;

/// <summary>A wall clock that another process moves. Timers and timestamps stay those of the system.</summary>
/// <param name="path">The file with the moment, in ticks.</param>
internal sealed class FileClock(string path) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture), TimeSpan.Zero);
}
