namespace Orleans.Personalize.Engine.Pages;

/// <summary>A title for which something recent in a profile's history speaks.</summary>
/// <param name="Title">The title's number.</param>
/// <param name="IsPlayed">Whether it was played; otherwise it was only said to be liked.</param>
internal readonly record struct LikedTitle(int Title, bool IsPlayed);
