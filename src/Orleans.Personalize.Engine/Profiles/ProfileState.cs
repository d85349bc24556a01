namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// All that is remembered of one profile: immutable, bounded (<see cref="MaxEncodedBytes"/>), and the same whoever hosts it.
/// Titles are held by their catalogue numbers.
/// </summary>
public sealed record ProfileState
{
    /// <summary>The most that <see cref="Encode"/> ever returns, in bytes.</summary>
    public const int MaxEncodedBytes = 8192;

    /// <summary>A profile that did nothing yet.</summary>
    public static ProfileState Empty { get; } = new();

    /// <summary>How many events were applied.</summary>
    public long Revision { get; init; }

    /// <summary>Writes the versioned binary form, at most <see cref="MaxEncodedBytes"/> long.</summary>
    public byte[] Encode() => throw new NotImplementedException();

    /// <summary>Reads a form that this or an earlier version wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a form.</exception>
    public static ProfileState Decode(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
