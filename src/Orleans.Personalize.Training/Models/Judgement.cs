using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>What counts as liking a title.</summary>
internal static class Judgement
{
    /// <summary>Least strength that counts as liking where there are no stars.</summary>
    public const float LikedStrength = 0.25f;

    private const float LikedStars = 4;

    /// <summary>Four stars and more; without stars, a strength that says so.</summary>
    public static bool IsLiked(in DatasetEvent e) => float.IsNaN(e.Rating) ? e.Strength >= LikedStrength : e.Rating >= LikedStars;

    /// <summary>Whether the event says anything about liking.</summary>
    public static bool IsJudged(in DatasetEvent e) => !float.IsNaN(e.Rating) || e.Strength != 0;
}
