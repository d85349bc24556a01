using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Eligibility;

/// <summary>
/// Which titles may be shown at all. Every answer takes its titles from here and from nowhere else, so no score outranks these rules:
/// a title must be in the catalogue, available in the country at this moment and not too mature.
/// </summary>
internal sealed class EligibilityIndex
{
    /// <summary>The most mature title a child's profile ever sees, as an age in years.</summary>
    public const int KidsMaturityLimit = 12;

    private const int OldestAge = 21;

    private readonly Catalog _catalog;
    private readonly TitleSet[] _upToAge = new TitleSet[OldestAge + 1];
    private readonly int[] _restricted;

    /// <summary>Sorts the titles of a catalogue by age, and marks those with windows.</summary>
    public EligibilityIndex(Catalog catalog)
    {
        _catalog = catalog;
        for (var age = 0; age <= OldestAge; age++) _upToAge[age] = TitleSet.Of(catalog.Count);
        var restricted = new List<int>();
        for (var number = 0; number < catalog.Count; number++)
        {
            if (catalog[number] is not { } title) continue;
            for (var age = Math.Max(0, title.MaturityAge); age <= OldestAge; age++) _upToAge[age].Add(number);
            if (!title.Availability.IsDefaultOrEmpty) restricted.Add(number);
        }

        _restricted = [.. restricted];
    }

    /// <summary>Fills a set with the titles a profile may see.</summary>
    /// <param name="into">A set over the catalogue's titles; what it held is lost.</param>
    /// <param name="settings">Whose maturity limits count.</param>
    /// <param name="country">Where the profile is; null where unknown, which leaves out every title limited to a country.</param>
    /// <param name="now">The moment that the windows are held against.</param>
    public void Fill(TitleSet into, ProfileSettings settings, string? country, DateTimeOffset now)
    {
        into.CopyFrom(_upToAge[MaturityLimit(settings)]);
        foreach (var number in _restricted)
        {
            if (!IsAvailable(_catalog[number]!, country, now)) into.Remove(number);
        }
    }

    /// <summary>Whether a profile may see one title; the same rules as <see cref="Fill"/>.</summary>
    public bool Allows(int number, ProfileSettings settings, string? country, DateTimeOffset now) =>
        _catalog[number] is { } title && title.MaturityAge <= MaturityLimit(settings) && IsAvailable(title, country, now);

    /// <summary>The last moment at which an available title is known to be available still; null for open end.</summary>
    public static DateTimeOffset? AvailableUntil(Title title, string? country, DateTimeOffset now)
    {
        if (title.Availability.IsDefaultOrEmpty) return null;
        DateTimeOffset? latest = DateTimeOffset.MinValue;
        foreach (var window in title.Availability)
        {
            if (!Matches(window, country, now)) continue;
            if (window.Until is null) return null;
            if (window.Until > latest) latest = window.Until;
        }

        return latest;
    }

    private static int MaturityLimit(ProfileSettings settings) =>
        Math.Clamp(settings.Kids ? Math.Min(KidsMaturityLimit, settings.MaturityLimit) : settings.MaturityLimit, 0, OldestAge);

    private static bool IsAvailable(Title title, string? country, DateTimeOffset now)
    {
        if (title.Availability.IsDefaultOrEmpty) return true;
        foreach (var window in title.Availability)
        {
            if (Matches(window, country, now)) return true;
        }

        return false;
    }

    private static bool Matches(AvailabilityWindow window, string? country, DateTimeOffset now) =>
        (window.Country is null || string.Equals(window.Country, country, StringComparison.OrdinalIgnoreCase))
        && (window.From is null || window.From <= now)
        && (window.Until is null || now < window.Until);
}
