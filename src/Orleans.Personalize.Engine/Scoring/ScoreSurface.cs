namespace Orleans.Personalize.Engine.Scoring;

/// <summary>What titles are scored for; each surface has a blend of its own.</summary>
public enum ScoreSurface
{
    /// <summary>What the profile chooses next: the latest titles and the moment count most.</summary>
    NextTitle = 0,

    /// <summary>What the profile will like in the long run, in whatever order.</summary>
    TopPicks = 1,

    /// <summary>The rows of a page, which serve both: weights half way between those of the others.</summary>
    Page = 2,
}
