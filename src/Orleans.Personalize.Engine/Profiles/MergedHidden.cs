using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// The hidden titles of two profiles as one: what either hid, unless the other played it, listed it or gave it a thumb up since then.
/// </summary>
internal static class MergedHidden
{
    /// <summary>Catalogue numbers; those of the profile that is taken over first.</summary>
    public static int[] Of(ProfileState target, ProfileState source) =>
    [
        .. source.HiddenArray.Where(title => StaysHidden(title, source, target))
            .Union(target.HiddenArray.Where(title => StaysHidden(title, target, source)))
            .TakeLast(ProfileMemory.Hidden),
    ];

    private static bool StaysHidden(int title, ProfileState hider, ProfileState other) =>
        other.IsHidden(title) || !IsWelcome(title, other, after: MergedThumbs.JudgedAt(hider, title));

    private static bool IsWelcome(int title, ProfileState state, uint after)
    {
        var wanted = state.IsOnMyList(title) || state.ThumbOf(title) is Thumb.Up or Thumb.TwoUp;
        foreach (var entry in state.History)
        {
            if (entry.Title == title && entry.Seconds > after && (wanted || entry.Progress != WatchedTo.NotPlayed))
                return true;
        }

        return false;
    }
}
