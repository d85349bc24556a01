using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>How much is remembered of a profile and for how long. The caps bound the encoded state, whatever events arrive.</summary>
internal static class ProfileMemory
{
    /// <summary>Recent interactions; the oldest goes first.</summary>
    public const int Interactions = 500;

    /// <summary>Playbacks to resume; the one not watched for longest goes first.</summary>
    public const int ResumePoints = 24;

    /// <summary>Thumbs; the oldest goes first.</summary>
    public const int Thumbs = 200;

    /// <summary>Titles on the list; the oldest goes first.</summary>
    public const int MyList = 200;

    /// <summary>Hidden titles; the oldest goes first.</summary>
    public const int Hidden = 200;

    /// <summary>Liked and disliked themes; the weakest goes first.</summary>
    public const int Themes = 64;

    /// <summary>Rows followed or passed; the weakest goes first.</summary>
    public const int Rows = 24;

    /// <summary>Rows of which is known how far they were followed; the least far and longest ago goes first.</summary>
    public const int RowDepths = 16;

    /// <summary>Titles shown lately; those shown least and longest ago go first.</summary>
    public const int Fatigue = 60;

    /// <summary>The most titles shown lately that a stored form holds: the first forms held so many.</summary>
    public const int StoredFatigue = 64;

    /// <summary>Liked features of artwork; the weakest goes first.</summary>
    public const int ArtworkFeatures = 16;

    /// <summary>The most cells of a habit histogram, which forms up to version 2 held; now visits tell what they told.</summary>
    public const int StoredHabits = 32;

    /// <summary>Recent searches; the oldest goes first.</summary>
    public const int Searches = 6;

    /// <summary>Length of a remembered search in UTF-8; what is longer is cut.</summary>
    public const int SearchBytes = 48;

    /// <summary>Messages sent lately; the oldest goes first.</summary>
    public const int Notifications = 24;

    /// <summary>Experiments the profile has an arm of; the one assigned first goes first.</summary>
    public const int Arms = 8;

    /// <summary>Ids of the latest events, to know repeats by.</summary>
    public const int Events = 128;

    /// <summary>Length of a preference vector.</summary>
    public const int Dimension = 256;

    /// <summary>Length of the name of a model version in UTF-8.</summary>
    public const int VersionBytes = 64;

    /// <summary>Titles have numbers below this.</summary>
    public const int Titles = Catalog.MaxCount;

    /// <summary>Interactions with one title that are no further apart belong to one visit, in seconds: 12 hours.</summary>
    public const uint VisitSeconds = 12 * 3600;

    /// <summary>A title counts as played next after another when no more time lies between, in seconds: 30 days.</summary>
    public const uint NextSeconds = 30 * Day;

    /// <summary>Half-life of the taste by theme and by artwork, in seconds: 60 days.</summary>
    public const uint TasteHalfLife = 60 * Day;

    /// <summary>Half-life of the interest in rows, in seconds: 14 days.</summary>
    public const uint RowHalfLife = 14 * Day;

    /// <summary>Half-life of how far a row was followed, in seconds: 1 day.</summary>
    public const uint RowDepthHalfLife = Day;

    /// <summary>Half-life of the fatigue from having been shown, in seconds: 3 days.</summary>
    public const uint FatigueHalfLife = 3 * Day;

    /// <summary>Visits that are read where a preference vector is made anew; what lies before them leaves hardly a trace.</summary>
    public const int VectorVisits = 200;

    private const uint Day = 24 * 3600;
}
