namespace Orleans.Personalize.Engine.Pages;

/// <summary>What of a page is seen at once.</summary>
/// <param name="Columns">Titles of a row that are seen without scrolling along it, at least 1.</param>
/// <param name="Rows">Rows that are seen together, at least 1.</param>
public readonly record struct PageShape(int Columns, int Rows);
