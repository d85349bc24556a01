using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// Keeps the preference vector of a profile: what the encoder remembers of all visits but the latest. The latest is still going on - it is
/// resumed, finished, judged - and is read anew by every answer; it enters the vector for good when another one begins.
/// </summary>
internal static class PreferenceVectors
{
    /// <summary>The vector of the latest visits but the very latest.</summary>
    /// <param name="history">All visits, oldest first.</param>
    /// <param name="encoder">What reads them.</param>
    /// <returns>sbyte[Dimension]; empty where the model has no encoder or there is no visit.</returns>
    public static sbyte[] Of(ReadOnlySpan<Interaction> history, IHistoryEncoder encoder)
    {
        if (encoder.Dimension == 0 || history.IsEmpty)
            return [];
        var vector = new sbyte[encoder.Dimension];
        for (var i = Math.Max(0, history.Length - 1 - ProfileMemory.VectorVisits); i < history.Length - 1; i++)
            Advance(vector, history, i, encoder);
        return vector;
    }

    /// <summary>The vector of the latest visits but the very latest.</summary>
    public static sbyte[] Of(ReadOnlySpan<HistoryEntry> entries, IHistoryEncoder encoder)
    {
        Span<Interaction> interactions = stackalloc Interaction[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            interactions[i] = ToInteraction(entries[i]);
        return Of(interactions, encoder);
    }

    /// <summary>The vector after the visits of a profile became others: one step where a visit was added, all anew where an earlier one changed.</summary>
    /// <param name="state">The profile before, its vector that of <paramref name="before"/>.</param>
    /// <param name="before">The visits before, oldest first.</param>
    /// <param name="entries">The visits now.</param>
    /// <param name="encoder">What reads them.</param>
    public static sbyte[] After(ProfileState state, ReadOnlySpan<HistoryEntry> before, ReadOnlySpan<HistoryEntry> entries, IHistoryEncoder encoder)
    {
        if (!IsCurrent(state, encoder) || before.IsEmpty)
            return Of(entries, encoder);
        if (entries.Length == before.Length && entries[..^1].SequenceEqual(before[..^1]))
            return state.Vector;
        if (entries.Length != before.Length + 1 || !entries[..^1].SequenceEqual(before))
            return Of(entries, encoder);
        sbyte[] vector = [.. state.Vector];
        var settled = before[^1];
        encoder.Advance(vector, settled.Title, settled.Strength, before.Length > 1 ? (long)settled.Seconds - before[^2].Seconds : null);
        return vector;
    }

    /// <summary>Whether the vector of a profile belongs to the model of an encoder.</summary>
    public static bool IsCurrent(ProfileState state, IHistoryEncoder encoder) =>
        string.Equals(state.ModelVersion, encoder.ModelVersion, StringComparison.Ordinal) && state.Vector.Length == encoder.Dimension;

    /// <summary>Reads one interaction of a history.</summary>
    public static void Advance(Span<sbyte> vector, ReadOnlySpan<Interaction> history, int index, IHistoryEncoder encoder)
    {
        var interaction = history[index];
        long? since = index > 0 ? (long)interaction.Seconds - history[index - 1].Seconds : null;
        encoder.Advance(vector, interaction.Title, interaction.Strength, since);
    }

    private static Interaction ToInteraction(in HistoryEntry entry) => new(entry.Title, entry.Seconds, entry.Strength);
}
