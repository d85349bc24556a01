namespace Orleans.Personalize.Engine.Profiles;

/// <summary>Keeps the encoded state within <see cref="ProfileState.MaxEncodedBytes"/>.</summary>
internal static class ProfileBounds
{
    // With everything else at its cap and every number at its longest, this much is left for the history.
    private const int GuaranteedHistoryBytes = 1600;

    /// <summary>Forgets the oldest interactions until the state fits. Only states with full lists and a long history have to.</summary>
    public static ProfileState Fit(ProfileState state)
    {
        if (state.History.Bytes <= GuaranteedHistoryBytes)
            return state;
        Span<HistoryEntry> room = stackalloc HistoryEntry[ProfileMemory.Interactions];
        while (ProfileCodec.LengthOf(state) - ProfileState.MaxEncodedBytes is > 0 and var surplus)
        {
            var entries = state.History.CopyTo(room);
            var forgotten = Math.Max(1, surplus * entries.Length / state.History.Bytes);
            state = state with { History = History.Of(entries[forgotten..]) };
        }

        return state;
    }
}
