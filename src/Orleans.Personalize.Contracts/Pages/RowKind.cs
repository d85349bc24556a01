namespace Orleans.Personalize.Pages;

/// <summary>What kind of theme a row has.</summary>
[GenerateSerializer, Alias("op.RowKind")]
public enum RowKind
{
    /// <summary>Playbacks to resume.</summary>
    ContinueWatching = 0,

    /// <summary>The best for this profile, of any theme.</summary>
    TopPicks = 1,

    /// <summary>What is watched much right now.</summary>
    Trending = 2,

    /// <summary>What came to the service lately.</summary>
    NewArrivals = 3,

    /// <summary>Like one title the profile watched.</summary>
    BecauseYouWatched = 4,

    /// <summary>One genre.</summary>
    Genre = 5,

    /// <summary>What the profile saved.</summary>
    MyList = 6,

    /// <summary>The ten most watched in the country.</summary>
    TopInCountry = 7,

    /// <summary>Finished and liked.</summary>
    WatchAgain = 8,

    /// <summary>A combination of marks.</summary>
    MicroGenre = 9,

    /// <summary>With or by one person.</summary>
    Person = 10,

    /// <summary>Popular with members of like taste.</summary>
    Community = 11,

    /// <summary>From the profile's searches.</summary>
    FromSearch = 12,

    /// <summary>Good and little known.</summary>
    HiddenGems = 13,

    /// <summary>Away from the usual, on purpose.</summary>
    Explore = 14,

    /// <summary>Of the service's own making.</summary>
    Custom = 15,
}
