using System.Collections.Immutable;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>Lets every profile of a sample rank a title among all others, and counts.</summary>
internal sealed class AudienceEstimator(TitleScorer scorer, ThemeIndex themes, EligibilityIndex eligibility, CommunityIndex communities)
{
    private const int LeastCore = 5;
    private const int MostCore = 50;
    private const int CoreShare = 50;

    private static readonly ImmutableArray<int> Places = [10, 50, 200];
    private static readonly ImmutableArray<double> Matches = [0.5, 0.7, 0.9];

    /// <summary>The audience of a title.</summary>
    /// <param name="sample">The profiles, brought up to the scorer's model.</param>
    /// <param name="number">The title's catalogue number.</param>
    /// <param name="now">When.</param>
    /// <param name="request">What is to be told.</param>
    /// <param name="isForecast">Whether the title is as it was described in the request.</param>
    /// <param name="cancellationToken">Ends the work between two profiles.</param>
    public TitleAudience Estimate(
        AudienceSample sample, int number, DateTimeOffset now, AudienceRequest request, bool isForecast, CancellationToken cancellationToken)
    {
        var viewers = new List<AudienceViewer>(sample.Members.Length);
        var buffer = new ScoreBuffer(scorer.Catalog.Count);
        var visible = TitleSet.Of(scorer.Catalog.Count);
        foreach (var member in sample.Members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            viewers.Add(View(member, number, now, buffer, visible));
        }

        var most = Math.Clamp(scorer.Catalog.Present / CoreShare, LeastCore, MostCore);
        var core = viewers.FindAll(viewer => viewer.Place <= most);
        var groups = new AudienceGroups(themes, communities, viewers, core, request.MinimumGroup);
        return new TitleAudience
        {
            Title = scorer.Catalog[number]!.Id,
            IsForecast = isForecast,
            Profiles = sample.Profiles,
            Sampled = viewers.Count,
            MaySee = Size(viewer => viewer.MaySee),
            Played = Size(viewer => viewer.HasPlayed),
            AmongFirst = [.. Places.Select(place => Size(viewer => viewer.Place <= place, place))],
            MatchAtLeast = [.. Matches.Select(match => Size(viewer => viewer.Match >= match, match))],
            Core = Size(viewer => viewer.Place <= most, most),
            Groups = groups.Told,
            GroupsLeftOut = groups.LeftOut,
            Examples = core.Count < request.MinimumGroup
                ? []
                : [.. core.OrderBy(viewer => viewer.Place).ThenBy(viewer => viewer.Member.Settings.Id.Value, StringComparer.Ordinal)
                    .Take(request.Examples).Select(viewer => viewer.Member.Settings.Id)],
            ModelVersion = scorer.Model.Info.Version,
        };

        AudienceSize Size(Predicate<AudienceViewer> holds, double? threshold = null) =>
            SizeEstimate.Of(viewers.FindAll(holds).Count, viewers.Count, sample.Profiles, request.MinimumGroup, threshold);
    }

    private AudienceViewer View(AudienceMember member, int number, DateTimeOffset now, ScoreBuffer buffer, TitleSet visible)
    {
        var (settings, state) = (member.Settings, member.State);
        var country = settings.Country ?? state.LastCountry;
        var hasPlayed = state.ProgressOf(number) != WatchedTo.NotPlayed;
        var viewer = new AudienceViewer { Member = member, HasPlayed = hasPlayed, MaySee = eligibility.Allows(number, settings, country, now) };
        if (!viewer.MaySee || hasPlayed || state.IsHidden(number))
            return viewer;
        Span<Interaction> history = stackalloc Interaction[ProfileState.MaxInteractions];
        history = history[..state.CopyInteractions(history)];
        scorer.Score(history, state.PreferenceVector, new Moment(now, TrendSnapshot.Empty, []), buffer, ScoreSurface.TopPicks);
        eligibility.Fill(visible, settings, country, now);
        RemoveFinished(state, visible);
        return viewer with { Place = PlaceOf(number, buffer.Total, visible), Match = scorer.MatchScore(number, buffer) };
    }

    private static void RemoveFinished(ProfileState state, TitleSet visible)
    {
        Span<Visit> visits = stackalloc Visit[ProfileState.MaxInteractions];
        foreach (ref readonly var visit in visits[..state.CopyVisits(visits)])
        {
            if (visit.Progress == WatchedTo.Finished)
                visible.Remove(visit.Title);
        }

        foreach (var title in state.Hidden)
            visible.Remove(title);
    }

    // Where titles score the same, the title stands in the middle of them.
    private static double PlaceOf(int number, ReadOnlySpan<float> scores, TitleSet visible)
    {
        var own = scores[number];
        var (better, same) = (0, 0);
        foreach (var title in visible)
        {
            if (scores[title] > own)
                better++;
            else if (scores[title] == own && title != number)
                same++;
        }

        return 1 + better + (same / 2.0);
    }
}
