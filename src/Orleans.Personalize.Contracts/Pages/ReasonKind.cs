namespace Orleans.Personalize.Pages;

/// <summary>Why a title or row is shown.</summary>
[GenerateSerializer, Alias("op.ReasonKind")]
public enum ReasonKind
{
    /// <summary>The profile began it.</summary>
    Resume = 0,

    /// <summary>The profile likes this genre, tag or person.</summary>
    LikedTheme = 1,

    /// <summary>It goes with a title the profile watched or liked.</summary>
    LikeTitle = 2,

    /// <summary>Many watch it.</summary>
    Popular = 3,

    /// <summary>Many watch it right now.</summary>
    Trending = 4,

    /// <summary>It is new on the service.</summary>
    New = 5,

    /// <summary>The profile saved it.</summary>
    MyList = 6,

    /// <summary>Its whole history points there.</summary>
    TasteMatch = 7,

    /// <summary>It is often played right after what was played last.</summary>
    Next = 8,

    /// <summary>Shown to learn.</summary>
    Explore = 9,

    /// <summary>The service's editors put it there.</summary>
    Editorial = 10,

    /// <summary>It matches what was searched for.</summary>
    SearchMatch = 11,

    /// <summary>It is like a title that was searched for, or has some of the words.</summary>
    SearchRelated = 12,

    /// <summary>The profile watches such things at this time, on this screen.</summary>
    Context = 13,
}
