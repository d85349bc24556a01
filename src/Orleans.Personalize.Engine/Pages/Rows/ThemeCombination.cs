using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>Two themes that make a row together.</summary>
/// <param name="Genre">What the titles are.</param>
/// <param name="Mark">What sets them apart within the genre.</param>
/// <param name="Id">Names the row.</param>
/// <param name="Heading">Names it for members.</param>
/// <param name="Titles">The titles that have both, ascending.</param>
internal sealed record ThemeCombination(Theme Genre, Theme Mark, RowId Id, string Heading, int[] Titles);
