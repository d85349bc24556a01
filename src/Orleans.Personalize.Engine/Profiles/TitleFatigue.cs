namespace Orleans.Personalize.Engine.Profiles;

/// <summary>How tired a profile may be of being shown one title.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Impressions">Decayed number of times it was shown since it was last played.</param>
public readonly record struct TitleFatigue(int Title, float Impressions);
