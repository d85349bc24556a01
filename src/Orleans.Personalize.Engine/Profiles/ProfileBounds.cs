namespace Orleans.Personalize.Engine.Profiles;

/// <summary>Keeps the encoded state within <see cref="ProfileState.MaxEncodedBytes"/>.</summary>
internal static class ProfileBounds
{
    /// <summary>Forgets the oldest interactions until the state fits. Only states with full lists and a long history have to.</summary>
    public static ProfileState Fit(ProfileState state)
    {
        if (ProfileCodec.LengthAtMost(state) <= ProfileState.MaxEncodedBytes)
            return state;
        Span<HistoryEntry> room = stackalloc HistoryEntry[ProfileMemory.Interactions];
        while (ProfileCodec.LengthOf(state) - ProfileState.MaxEncodedBytes is > 0 and var surplus && state.History.Count > 0)
        {
            var entries = state.History.CopyTo(room);
            var forgotten = Math.Max(1, surplus * entries.Length / state.History.Bytes);
            state = state with { History = History.Of(entries[forgotten..]) };
        }

        return state;
    }
}
