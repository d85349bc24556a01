using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// What becomes of two profiles that are made one: visits in the order of their times, of two thumbs or resume points for a title the newer,
/// lists united, what fades added up, each within the bounds of one profile.
/// </summary>
internal static class MergeRules
{
    /// <summary>A profile that takes over another.</summary>
    /// <param name="target">The profile that stays; its word counts where times do not decide.</param>
    /// <param name="source">The profile that is taken over.</param>
    /// <param name="encoder">Makes the preference vector anew.</param>
    public static ProfileState Merge(ProfileState target, ProfileState source, IHistoryEncoder encoder)
    {
        var (older, newer) = target.LastSeconds >= source.LastSeconds ? (source, target) : (target, source);
        Span<HistoryEntry> room = stackalloc HistoryEntry[2 * ProfileMemory.Interactions];
        var thumbs = MergedThumbs.Of(target, source);
        var entries = MergedVisits.Of(target.History, source.History, thumbs, room);
        var hidden = MergedHidden.Of(target, source);
        var merged = newer with
        {
            Revision = target.Revision + source.Revision,
            LastDevice = newer.LastDevice ?? older.LastDevice,
            LastCountry = newer.LastCountry ?? older.LastCountry,
            History = History.Of(entries),
            Vector = entries.IsEmpty ? target.Vector : PreferenceVectors.Of(entries, encoder),
            ModelVersion = entries.IsEmpty ? target.ModelVersion : encoder.ModelVersion,
            ResumePoints = WithoutHidden(ResumePointsOf(target, source), hidden),
            ThumbArray = thumbs,
            HiddenArray = hidden,
            MyListArray = [.. older.MyListArray.Union(newer.MyListArray).Except(hidden).TakeLast(ProfileMemory.MyList)],
            Themes = target.Themes.Add(source.Themes, ProfileMemory.TasteHalfLife, ProfileMemory.Themes),
            Rows = target.Rows.Add(source.Rows, ProfileMemory.RowHalfLife, ProfileMemory.Rows),
            RowDepths = target.RowDepths.Raise(source.RowDepths, ProfileMemory.RowDepthHalfLife, ProfileMemory.RowDepths),
            FatigueWeights = target.FatigueWeights.Add(source.FatigueWeights, ProfileMemory.FatigueHalfLife, ProfileMemory.Fatigue),
            ArtworkFeatures = target.ArtworkFeatures.Add(source.ArtworkFeatures, ProfileMemory.TasteHalfLife, ProfileMemory.ArtworkFeatures),
            Searches = older.Searches.NewestFirst.Reverse().Concat(newer.Searches.NewestFirst.Reverse()).Aggregate(default(SearchLog), (log, query) => log.Add(query)),
            NotificationArray = MessagesOf(target, source),
            Arms = [.. source.Arms.Where(arm => !target.Arms.Any(own => own >> 8 == arm >> 8)).Concat(target.Arms).TakeLast(ProfileMemory.Arms)],
            Events = target.Events.After(source.Events),
        };
        return ProfileBounds.Fit(merged);
    }

    private static ResumePoint[] ResumePointsOf(ProfileState target, ProfileState source) =>
    [
        .. NotFinishedBy(source, target.ResumePoints).Concat(NotFinishedBy(target, source.ResumePoints))
            .GroupBy(point => point.Title)
            .Select(points => points.MaxBy(point => (point.Seconds, point.Season, point.Episode, point.PositionSeconds)))
            .OrderBy(point => point.Seconds)
            .TakeLast(ProfileMemory.ResumePoints),
    ];

    private static IEnumerable<ResumePoint> NotFinishedBy(ProfileState other, ResumePoint[] points) =>
        points.Where(point => !IsFinishedAfter(other.History, point));

    private static bool IsFinishedAfter(History visits, in ResumePoint point)
    {
        foreach (var visit in visits)
        {
            if (visit.Title == point.Title && visit.Progress == WatchedTo.Finished && visit.Seconds > point.Seconds)
                return true;
        }

        return false;
    }

    private static ResumePoint[] WithoutHidden(ResumePoint[] points, int[] hidden) => [.. points.Where(point => !hidden.Contains(point.Title))];

    private static NotificationEntry[] MessagesOf(ProfileState target, ProfileState source) =>
    [
        .. target.NotificationArray.Concat(source.NotificationArray)
            .GroupBy(entry => entry.Message)
            .Select(entries => entries.MaxBy(entry => (entry.Seconds, entry.Stage)))
            .OrderBy(entry => entry.Seconds)
            .TakeLast(ProfileMemory.Notifications),
    ];
}
