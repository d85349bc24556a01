using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>Something that sets some titles of a genre apart.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Words">How a heading says it: "dark", "Scandinavian", "with a twist ending", "from the 1980s".</param>
/// <param name="Key">Its part of a row's id.</param>
/// <param name="Themes">The themes that it stands for: one, or the countries of a region.</param>
internal sealed record Mark(MarkKind Kind, string Words, string Key, Theme[] Themes);
