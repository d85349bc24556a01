namespace Orleans.Personalize.Engine.Filters;

/// <summary>What of a title a filter can ask about.</summary>
internal enum FilterField
{
    /// <summary>One of its genres.</summary>
    Genre,

    /// <summary>One of its tags.</summary>
    Tag,

    /// <summary>One of the people in it or behind it.</summary>
    Person,

    /// <summary>One of the countries it was made in.</summary>
    Country,

    /// <summary>One of its spoken languages.</summary>
    Language,

    /// <summary>Film or series.</summary>
    Kind,

    /// <summary>Its id.</summary>
    Id,

    /// <summary>Year of first release.</summary>
    Year,

    /// <summary>Youngest age it is meant for, in years.</summary>
    Maturity,

    /// <summary>Length in minutes.</summary>
    Runtime,
}
