using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Eligibility;

/// <summary>
/// Which titles may be shown at all. Every answer takes its titles from here and from nowhere else, so no score outranks these rules:
/// a title must be in the catalogue, available in the country at this moment and not too mature, and pass the filters of the service.
/// </summary>
internal sealed class EligibilityIndex
{
    /// <summary>The most mature title a child's profile ever sees, as an age in years.</summary>
    public const int KidsMaturityLimit = 12;

    private const int OldestAge = 21;

    private readonly Catalog _catalog;
    private readonly ImmutableArray<ITitleFilter> _filters;
    private readonly TitleSet[] _upToAge = new TitleSet[OldestAge + 1];
    private readonly List<(int Title, int First, int End)> _restricted = [];
    private readonly List<Window> _windows = [];

    /// <summary>Sorts the titles of a catalogue by age, and gathers the windows of those that have some.</summary>
    /// <param name="catalog">The titles.</param>
    /// <param name="filters">What the service allows besides.</param>
    public EligibilityIndex(Catalog catalog, ImmutableArray<ITitleFilter> filters)
    {
        _catalog = catalog;
        _filters = filters;
        for (var age = 0; age <= OldestAge; age++) _upToAge[age] = TitleSet.Of(catalog.Count);
        for (var number = 0; number < catalog.Count; number++)
        {
            if (catalog[number] is not { } title) continue;
            for (var age = Math.Max(0, title.MaturityAge); age <= OldestAge; age++) _upToAge[age].Add(number);
            if (title.Availability.IsDefaultOrEmpty) continue;
            var first = _windows.Count;
            foreach (var window in title.Availability) _windows.Add(new Window(window));
            _restricted.Add((number, first, _windows.Count));
        }
    }

    /// <summary>Fills a set with the titles a profile may see.</summary>
    /// <param name="into">A set over the catalogue's titles; what it held is lost.</param>
    /// <param name="settings">Whose maturity limits count.</param>
    /// <param name="country">Where the profile is; null where unknown, which leaves out every title limited to a country.</param>
    /// <param name="now">The moment that the windows are held against.</param>
    public void Fill(TitleSet into, ProfileSettings settings, string? country, DateTimeOffset now)
    {
        into.CopyFrom(_upToAge[MaturityLimit(settings)]);
        var windows = CollectionsMarshal.AsSpan(_windows);
        var (code, ticks) = (CodeOf(country), now.UtcTicks);
        foreach (var (title, first, end) in CollectionsMarshal.AsSpan(_restricted))
        {
            if (!IsOpen(windows[first..end], code, ticks)) into.Remove(title);
        }

        var viewer = new Viewer(settings, country, now);
        foreach (var filter in _filters)
        {
            if (filter.Concerns(viewer)) Apply(filter, viewer, into);
        }
    }

    /// <summary>Whether a profile may see one title; the same rules as <see cref="Fill"/>.</summary>
    public bool Allows(int number, ProfileSettings settings, string? country, DateTimeOffset now)
    {
        if (!MayKnow(number, settings, country, now)) return false;
        var title = _catalog[number]!;
        if (title.Availability.IsDefaultOrEmpty) return true;
        foreach (var window in title.Availability)
        {
            if (new Window(window).IsOpen(CodeOf(country), now.UtcTicks)) return true;
        }

        return false;
    }

    /// <summary>Whether a profile may know of a title, which need not be available to it: its age limit counts, and what the service allows.</summary>
    public bool MayKnow(int number, ProfileSettings settings, string? country, DateTimeOffset now)
    {
        if (_catalog[number] is not { } title || title.MaturityAge > MaturityLimit(settings)) return false;
        var viewer = new Viewer(settings, country, now);
        foreach (var filter in _filters)
        {
            if (filter.Concerns(viewer) && !filter.Allows(title, viewer)) return false;
        }

        return true;
    }

    /// <summary>The last moment at which an available title is known to be available still; null for open end.</summary>
    public static DateTimeOffset? AvailableUntil(Title title, string? country, DateTimeOffset now)
    {
        if (title.Availability.IsDefaultOrEmpty) return null;
        DateTimeOffset? latest = null;
        foreach (var window in title.Availability)
        {
            if (!new Window(window).IsOpen(CodeOf(country), now.UtcTicks)) continue;
            if (window.Until is null) return null;
            if (latest is null || window.Until > latest) latest = window.Until;
        }

        return latest;
    }

    private void Apply(ITitleFilter filter, in Viewer viewer, TitleSet to)
    {
        foreach (var title in to)
        {
            if (!filter.Allows(_catalog[title]!, viewer)) to.Remove(title);
        }
    }

    private static int MaturityLimit(ProfileSettings settings) =>
        Math.Clamp(settings.Kids ? Math.Min(KidsMaturityLimit, settings.MaturityLimit) : settings.MaturityLimit, 0, OldestAge);

    private static bool IsOpen(ReadOnlySpan<Window> windows, int code, long ticks)
    {
        foreach (ref readonly var window in windows)
        {
            if (window.IsOpen(code, ticks)) return true;
        }

        return false;
    }

    // Two letters in one number, whatever their case; -1 for unknown, which matches no country.
    private static int CodeOf(string? country) =>
        country is { Length: 2 } ? (char.ToUpperInvariant(country[0]) << 16) | char.ToUpperInvariant(country[1]) : -1;

    /// <summary>A window in numbers.</summary>
    private readonly struct Window
    {
        private const int Everywhere = 0;
        private const int Nowhere = -2;

        private readonly int _country;
        private readonly long _from;
        private readonly long _until;

        public Window(AvailabilityWindow window)
        {
            var code = CodeOf(window.Country);
            _country = window.Country is null ? Everywhere : code < 0 ? Nowhere : code;
            _from = window.From?.UtcTicks ?? long.MinValue;
            _until = window.Until?.UtcTicks ?? long.MaxValue;
        }

        public bool IsOpen(int country, long ticks) =>
            (_country == Everywhere || _country == country) && _from <= ticks && ticks < _until;
    }
}
