using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>The titles of this catalogue that a rule is about: a few by number, or a whole set.</summary>
internal readonly struct TitleTarget
{
    private readonly int[]? _titles;
    private readonly TitleSet _set;

    private TitleTarget(int[]? titles, TitleSet set) => (_titles, _set) = (titles, set);

    /// <summary>The titles of a rule that is about titles.</summary>
    public static TitleTarget Of(EditorialRule rule, Basis basis) => rule.Filter is { } filter
        ? new TitleTarget(null, basis.Selections.Compiled(filter))
        : new TitleTarget([.. NumbersOf(rule, basis)], default);

    /// <summary>The numbers of the titles that a rule names, in its order; without those that left the catalogue.</summary>
    public static IEnumerable<int> NumbersOf(EditorialRule rule, Basis basis)
    {
        foreach (var title in rule.Titles.Distinct())
        {
            if (basis.Catalog.TryGetNumber(title, out var number)) yield return number;
        }
    }

    /// <summary>Whether a title is among them.</summary>
    public bool Contains(int title) => _titles is null ? _set.Contains(title) : Array.IndexOf(_titles, title) >= 0;

    /// <summary>Adds to the score of each of them.</summary>
    public void Add(float strength, float[] scores)
    {
        if (_titles is null)
        {
            foreach (var title in _set) scores[title] += strength;
            return;
        }

        foreach (var title in _titles) scores[title] += strength;
    }
}
