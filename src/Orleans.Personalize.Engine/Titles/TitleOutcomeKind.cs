namespace Orleans.Personalize.Engine.Titles;

/// <summary>What happened to a title in the hands of a profile.</summary>
public enum TitleOutcomeKind
{
    /// <summary>It was played, to a degree given by the weight.</summary>
    Played = 0,

    /// <summary>Another title was played after it.</summary>
    PlayedNext = 1,

    /// <summary>Its card was seen.</summary>
    Shown = 2,

    /// <summary>Its page was opened.</summary>
    Opened = 3,

    /// <summary>It was liked (positive weight) or disliked (negative).</summary>
    Judged = 4,

    /// <summary>It was opened from the results of a search.</summary>
    OpenedAfterSearch = 5,
}
