namespace Orleans.Personalize.Engine.Occasions;

/// <summary>Six hours of the day.</summary>
internal enum DayPart
{
    /// <summary>From 5 to 11.</summary>
    Morning = 0,

    /// <summary>From 11 to 17.</summary>
    Afternoon = 1,

    /// <summary>From 17 to 23.</summary>
    Evening = 2,

    /// <summary>From 23 to 5, which belongs to the day before.</summary>
    Night = 3,
}
