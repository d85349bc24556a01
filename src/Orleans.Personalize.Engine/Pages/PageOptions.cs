using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>How pages are composed. One record for every figure; the defaults serve a general catalogue.</summary>
public sealed record PageOptions
{
    /// <summary>The defaults.</summary>
    public static PageOptions Default { get; } = new();

    /// <summary>What a web browser shows at once. The first screen is what is above the fold; no title stands twice on one screen.</summary>
    public PageShape Web { get; init; } = new(5, 4);

    /// <summary>What a television shows at once: large pictures, seen from afar.</summary>
    public PageShape Tv { get; init; } = new(6, 3);

    /// <summary>What a tablet shows at once.</summary>
    public PageShape Tablet { get; init; } = new(4, 4);

    /// <summary>What a phone shows at once, held upright.</summary>
    public PageShape Phone { get; init; } = new(3, 5);

    /// <summary>Fewest titles of a row; continue watching and my list may be shorter.</summary>
    public int MinimumTitles { get; init; } = 4;

    /// <summary>How often a title may stand on a page whose catalogue is too small for rows without repeats.</summary>
    public int MostAppearances { get; init; } = 2;

    /// <summary>How many of a row's first titles decide where the row stands; at least those that are seen without scrolling do.</summary>
    public int JudgedTitles { get; init; } = 8;

    /// <summary>What each further column counts of the one before it, in (0,1]: people look at the left end.</summary>
    public double ColumnDiscount { get; init; } = 0.85;

    /// <summary>What the columns that are not seen without scrolling count besides, in (0,1].</summary>
    public double BeyondFoldDiscount { get; init; } = 0.5;

    /// <summary>Steepness with which a score becomes worth: a title one standard deviation better is worth e to this power more.</summary>
    public double ScoreSteepness { get; init; } = 1.2;

    /// <summary>What a row counts for each row of the same kind among as many before it as are seen together, in (0,1].</summary>
    public double SameKindDiscount { get; init; } = 0.72;

    /// <summary>
    /// What a row of a genre or micro-genre counts directly after another that shares its genre, mood, origin, trait or decade, in (0,1]. With rows between
    /// the two the loss is divided by their distance; what is not seen together does not count.
    /// </summary>
    public double SameSubjectDiscount { get; init; } = 0.7;

    /// <summary>Strength of what was learnt by scrolling rows past or along; a row's worth is multiplied by e to this times the interest in [-1,1].</summary>
    public double RowInterestStrength { get; init; } = 1.6;

    /// <summary>
    /// Strength of what was scrolled past and along since a page began, for the rows that come after it: standard deviations of score that a
    /// title moves when it has just the themes of one such row, for an interest of 1; scrolling past once is about -0.25.
    /// </summary>
    public double VisitStrength { get; init; } = 4;

    /// <summary>Standard deviations of score that a title loses when it was seen often, lately, and never touched (fatigue 1).</summary>
    public double FatiguePenalty { get; init; } = 3.5;

    /// <summary>
    /// Strength of when and on what a page is looked at: what the logarithm of how much more a title suits the occasion than another is multiplied with, in
    /// the units of the blended score, which are such logarithms themselves.
    /// </summary>
    public double OccasionStrength { get; init; } = 1;

    /// <summary>
    /// Standard deviations of score that a title moves for a newcomer of whom nothing is known, when it suits the genres that its household likes by one
    /// standard deviation; fades with what the newcomer does itself.
    /// </summary>
    public double HouseholdStrength { get; init; } = 0.7;

    /// <summary>Days for which a title counts as new on the service.</summary>
    public double NewDays { get; init; } = 45;

    /// <summary>Days before a title leaves within which the card says so.</summary>
    public double LeavingDays { get; init; } = 14;

    /// <summary>Days for which a new episode is worth a label.</summary>
    public double NewEpisodeDays { get; init; } = 14;

    /// <summary>Days after finishing before a title may be offered to be watched again.</summary>
    public double WatchAgainDays { get; init; } = 30;

    /// <summary>Days after which a playback that was left is no longer offered to be resumed.</summary>
    public double ResumeDays { get; init; } = 120;

    /// <summary>Days after which a playback of which hardly anything was watched counts as abandoned and is no longer offered to be resumed.</summary>
    public double AbandonedDays { get; init; } = 4;

    /// <summary>Days for which a title that was left soon after its beginning is not recommended.</summary>
    public double LeftDays { get; init; } = 30;

    /// <summary>Most rows that start from one watched title.</summary>
    public int BecauseRows { get; init; } = 6;

    /// <summary>Most rows about one person.</summary>
    public int PersonRows { get; init; } = 3;

    /// <summary>Most rows from a genre with a mood, a region, a trait or a decade.</summary>
    public int MicroGenreRows { get; init; } = 8;

    /// <summary>How much the profile's own taste reorders similar titles: similarity is multiplied by e to this times the score, in standard deviations from -2 to 2.</summary>
    public double PersonalShareOfSimilar { get; init; } = 0.35;

    /// <summary>Weight of a liked theme in the worth of its row: multiplied by e to this times the taste, as a share of the greatest.</summary>
    public double TasteStrength { get; init; } = 0.5;

    /// <summary>What the worth of the row of top picks is multiplied with.</summary>
    public double TopPicksWeight { get; init; } = 1;

    /// <summary>The same where nothing is known of the profile, when it shows what most people like.</summary>
    public double PopularWeight { get; init; } = 0.75;

    /// <summary>What the worth of the trending row is multiplied with besides, where nothing better is known of the profile.</summary>
    public double NewcomerTrendingWeight { get; init; } = 1.5;

    /// <summary>What the worth of rows that start from a watched title is multiplied with.</summary>
    public double BecauseWeight { get; init; } = 1.4;

    /// <summary>What the worth of the trending row is multiplied with.</summary>
    public double TrendingWeight { get; init; } = 0.95;

    /// <summary>What the worth of the row of the most watched in the country is multiplied with.</summary>
    public double TopInCountryWeight { get; init; } = 1;

    /// <summary>What the worth of the row of new arrivals is multiplied with; new titles have had no chance to earn a high score.</summary>
    public double NewArrivalsWeight { get; init; } = 1.2;

    /// <summary>Weight of what is popular with members of like taste.</summary>
    public double CommunityWeight { get; init; } = 1;

    /// <summary>What the worth of my list is multiplied with: the profile itself chose these titles.</summary>
    public double MyListWeight { get; init; } = 1.6;

    /// <summary>What the worth of the row from recent searches is multiplied with: what was searched for and not watched is still wanted.</summary>
    public double FromSearchWeight { get; init; } = 2.5;

    /// <summary>What the worth of the row of good and little-known titles is multiplied with.</summary>
    public double HiddenGemsWeight { get; init; } = 1;

    /// <summary>What the worth of the row of titles unlike the usual is multiplied with.</summary>
    public double ExploreWeight { get; init; } = 1;

    /// <summary>The latest place, counted from 1, of the first row that is there for discovery: hidden gems or explore; 0 leaves it to their worth.</summary>
    public int DiscoveryPlace { get; init; } = 7;

    /// <summary>What the worth of the watch-again row is multiplied with.</summary>
    public double WatchAgainWeight { get; init; } = 0.4;

    /// <summary>What a kind of screen shows at once; one that is not known is taken for a web browser.</summary>
    public PageShape ShapeOf(DeviceKind device) => device switch
    {
        DeviceKind.Tv => Tv,
        DeviceKind.Phone => Phone,
        DeviceKind.Tablet => Tablet,
        _ => Web,
    };
}
