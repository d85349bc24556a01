using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>
/// A rule on what may be shown, which nothing outranks: no row, score, rule of the operators or request brings back a title that does not pass. It can
/// only take away: age limits and availability hold besides.
/// </summary>
public interface ITitleFilter
{
    /// <summary>Whether anything may be denied to a viewer; where not, its titles are not looked at one by one.</summary>
    bool Concerns(in Viewer viewer) => true;

    /// <summary>Whether a viewer may see a title. Asked of every title for every answer, so it must be quick and allocate nothing.</summary>
    bool Allows(Title title, in Viewer viewer);
}
