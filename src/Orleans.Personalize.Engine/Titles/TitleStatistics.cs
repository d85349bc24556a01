using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// The live, decayed counts that a title owns: plays, and what is played next after it (bounded). Immutable; each outcome makes a new one.
/// </summary>
public sealed class TitleStatistics
{
    /// <summary>No counts yet.</summary>
    public static TitleStatistics Empty { get; } = new();

    /// <summary>Takes one outcome in; an outcome for another kind of count changes nothing.</summary>
    public TitleStatistics Apply(in TitleOutcome outcome) => throw new NotImplementedException();

    /// <summary>Decayed plays valued at <paramref name="now"/>.</summary>
    public float PlaysAt(DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>What is played next after this title, valued at <paramref name="now"/>, largest first.</summary>
    public ImmutableArray<(int Title, float Count)> PlayNextAt(DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Writes the versioned binary form.</summary>
    public byte[] Encode() => throw new NotImplementedException();

    /// <summary>Reads a form that this or an earlier version wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a form.</exception>
    public static TitleStatistics Decode(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
