namespace Orleans.Personalize.Pages;

/// <summary>What a flat list is for.</summary>
[GenerateSerializer, Alias("op.RecommendationPurpose")]
public enum RecommendationPurpose
{
    /// <summary>To be watched: the best first.</summary>
    Watch = 0,

    /// <summary>
    /// To be judged, so that taste becomes known: titles that many know, each telling as much as possible beyond those before it and what
    /// is known of the profile already. Thumbs answer it.
    /// </summary>
    Survey = 1,
}
