using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>The few words on a card; the most useful one where several are true.</summary>
internal sealed class Labels
{
    private static readonly string[] AwardMarks = ["award", "oscar", "emmy", "golden globe", "palme d'or", "bafta"];

    // What most labels hang on, in one place: titles themselves lie all over memory.
    private readonly Facts[] _facts;
    private readonly Catalog _catalog;

    /// <summary>Reads what labels depend on.</summary>
    public Labels(Catalog catalog)
    {
        _catalog = catalog;
        _facts = new Facts[catalog.Count];
        for (var number = 0; number < catalog.Count; number++)
        {
            if (catalog[number] is not { } title) continue;
            _facts[number] = new Facts(
                title.AddedAt?.UtcTicks ?? long.MaxValue,
                title.Episodes.IsDefaultOrEmpty ? long.MinValue : title.Episodes.Max(episode => episode.AddedAt)?.UtcTicks ?? long.MinValue,
                !title.Availability.IsDefaultOrEmpty,
                !title.Tags.IsDefaultOrEmpty && title.Tags.Any(tag => Array.Exists(AwardMarks, mark => tag.Contains(mark, StringComparison.OrdinalIgnoreCase))));
        }
    }

    /// <summary>When the newest episode of a title comes or came; null where it has none with a date.</summary>
    public DateTimeOffset? NewestEpisodeOf(int number) =>
        (uint)number < (uint)_facts.Length && _facts[number].NewestEpisode is > long.MinValue and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Has brought near what <see cref="Of"/> is going to read.</summary>
    public void Announce(int number) => Prefetch.Of(ref _facts[number]);

    /// <summary>The label of a title; null for none.</summary>
    public string? Of(int number, PageContext context)
    {
        ref readonly var facts = ref _facts[number];
        var (now, options) = (context.Now, context.Options);
        if (facts.Added <= now.UtcTicks && now.UtcTicks - facts.Added < options.NewDays * TimeSpan.TicksPerDay) return "New";
        if (facts.NewestEpisode > long.MinValue && NewEpisode(facts.NewestEpisode, _catalog[number]!, now, now.AddDays(-options.NewEpisodeDays)) is { } label) return label;
        if (facts.HasWindows && EligibilityIndex.AvailableUntil(_catalog[number]!, context.Country, now) is { } until && (until - now).TotalDays < options.LeavingDays)
            return "Leaving soon";
        if (context.IsTopTen(number)) return "Top 10";
        return facts.IsAwarded ? "Award winner" : null;
    }

    private static string? NewEpisode(long newest, Title title, DateTimeOffset now, DateTimeOffset since)
    {
        if (newest <= since.UtcTicks) return null;
        string? label = null;
        foreach (var episode in title.Episodes)
        {
            if (!(episode.AddedAt > since) || episode.AddedAt > now) continue;
            if (episode is { Number: 1, Season: > 1 }) return "New season";
            label = "New episode";
        }

        return label;
    }

    /// <summary>What is known of a title.</summary>
    /// <param name="Added">UTC ticks when it came; the greatest number where that is not known.</param>
    /// <param name="NewestEpisode">UTC ticks when its newest episode comes or came; the least number where it has none with a date.</param>
    /// <param name="HasWindows">Whether it is not available always and everywhere.</param>
    /// <param name="IsAwarded">Whether it won something.</param>
    private readonly record struct Facts(long Added, long NewestEpisode, bool HasWindows, bool IsAwarded);
}
