using System.Globalization;

namespace Orleans.Personalize.EventLogs.Format;

/// <summary>How the objects of a tenant's log are named.</summary>
/// <param name="tenant">The tenant.</param>
internal sealed class LogNames(string tenant)
{
    private const string Packed = ".packed";

    /// <summary>Before every segment.</summary>
    public string Segments { get; } = $"{tenant}/events/";

    /// <summary>Before the marks of erased lives.</summary>
    public string Erasures { get; } = $"{tenant}/erased/";

    /// <summary>Before the titles.</summary>
    public string Titles { get; } = $"{tenant}/titles/";

    /// <summary>A new segment: named by when it was made, so that the names' order is roughly that of the events.</summary>
    public string NewSegment(DateTimeOffset now, bool packed) =>
        $"{Segments}{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}{(packed ? Packed : ".log")}";

    /// <summary>Whether a segment was written whole, so that nobody appends to it.</summary>
    public static bool IsPacked(string segment) => segment.EndsWith(Packed, StringComparison.Ordinal);

    /// <summary>When a segment was made, by the clock of its maker; null where the name does not say.</summary>
    public DateTimeOffset? MadeAt(string segment) =>
        DateTimeOffset.TryParseExact(
            segment.AsSpan(Segments.Length).ToString().Split('-')[0], "yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)
            ? made
            : null;

    /// <summary>The mark of an erased life. It names nobody: a life is a random number.</summary>
    public string Erasure(Guid life) => $"{Erasures}{life:N}";

    /// <summary>The life that a mark is about; null where the object is none.</summary>
    public Guid? LifeOf(string erasure) => Guid.TryParseExact(erasure.AsSpan(Erasures.Length), "N", out var life) ? life : null;

    /// <summary>The titles of a version of the catalogue.</summary>
    public string TitlesOf(long version) => $"{Titles}{version.ToString("D19", CultureInfo.InvariantCulture)}";
}
