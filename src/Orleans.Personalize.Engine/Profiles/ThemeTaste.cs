using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>How much a profile likes one theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Weight">Decayed sum of strengths, each weighted by how much the theme says about the title; negative for dislike.</param>
public readonly record struct ThemeTaste(ThemeId Theme, float Weight);
