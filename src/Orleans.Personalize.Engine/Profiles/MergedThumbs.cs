namespace Orleans.Personalize.Engine.Profiles;

/// <summary>The thumbs of two profiles as one: of two for a title, the one given later; where that is not known any more, that of the profile that stays.</summary>
internal static class MergedThumbs
{
    /// <summary>The thumbs, the one given first at the beginning.</summary>
    public static GivenThumb[] Of(ProfileState target, ProfileState source) =>
    [
        .. Timed(source).Concat(Timed(target))
            .GroupBy(given => given.Thumb.Title)
            .Select(given => given.Aggregate((sources, targets) => targets.Seconds >= sources.Seconds ? targets : sources))
            .OrderBy(given => given.Seconds)
            .Select(given => given.Thumb)
            .TakeLast(ProfileMemory.Thumbs),
    ];

    /// <summary>When a profile last judged a title; 0 where no remembered visit tells.</summary>
    public static uint JudgedAt(ProfileState state, int title)
    {
        var seconds = 0u;
        foreach (var entry in state.History)
        {
            if (entry.Title == title && entry.IsJudged)
                seconds = entry.Seconds;
        }

        return seconds;
    }

    private static IEnumerable<(GivenThumb Thumb, uint Seconds)> Timed(ProfileState state) =>
        state.ThumbArray.Select(thumb => (thumb, JudgedAt(state, thumb.Title)));
}
