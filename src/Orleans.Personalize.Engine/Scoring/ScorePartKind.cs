namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The parts that a title's score is blended from.</summary>
public enum ScorePartKind
{
    /// <summary>What usually comes after the latest titles of the history, by the linear item-item model over several time scales.</summary>
    ItemItem = 0,

    /// <summary>What goes with the history as a whole, whatever its order, by the linear item-item model without decay.</summary>
    StableTaste = 1,

    /// <summary>How well the title's genres, tags and people fit those of the history.</summary>
    Content = 2,

    /// <summary>What the profile likes in the long run, by the vector that all it liked is folded into and the title's vector.</summary>
    Vector = 3,

    /// <summary>How often the title was played in the training events.</summary>
    Popularity = 4,

    /// <summary>How often it is played now.</summary>
    Trend = 5,

    /// <summary>How often it is played right after the profile's latest titles, now.</summary>
    PlayNext = 6,
}
