namespace Orleans.Personalize.Engine.Titles;

/// <summary>How much one theme says about one title.</summary>
/// <param name="Theme">The theme's <see cref="Titles.Theme.Index"/>.</param>
/// <param name="Weight">In (0,1]; the squares of one title's weights add up to 1.</param>
public readonly record struct ThemeWeight(int Theme, float Weight);
