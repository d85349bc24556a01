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

    /// <summary>How often it is played now, with a half-life of 12 hours.</summary>
    Trend = 5,

    /// <summary>How often it is played after the title that the profile played last.</summary>
    PlayNext = 6,

    /// <summary>How often it is played this moment, with a half-life of 3 hours.</summary>
    TrendHours = 7,

    /// <summary>How often it is played these days, with a half-life of 2 days.</summary>
    TrendDays = 8,

    /// <summary>How often it is played these weeks, with a half-life of 14 days.</summary>
    TrendWeeks = 9,

    /// <summary>How often it is played by and by, with a half-life of 60 days.</summary>
    Lasting = 10,

    /// <summary>How new it is: how long ago it was played first.</summary>
    Freshness = 11,

    /// <summary>How often it is played after the profile's latest titles, in proportion to how often those are played.</summary>
    Following = 12,

    /// <summary>The same in proportion to how often it is played itself: what is common follows everything.</summary>
    Companions = 13,

    /// <summary>What comes next after the visits in their order, as the recurrent encoder learnt it.</summary>
    Sequence = 14,

    /// <summary>What goes with the titles that the profile was against: thumbs down, low ratings, playbacks left at once.</summary>
    Against = 15,

    /// <summary>How much more often than everybody the taste communities of the profile choose it, by training and by what is played there now.</summary>
    Community = 16,
}
