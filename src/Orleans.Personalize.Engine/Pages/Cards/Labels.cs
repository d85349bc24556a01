using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>The few words on a card; the most useful one where several are true.</summary>
internal sealed class Labels
{
    private static readonly string[] AwardMarks = ["award", "oscar", "emmy", "golden globe", "palme d'or", "bafta"];

    private readonly DateTimeOffset?[] _newestEpisode;
    private readonly bool[] _isAwarded;

    /// <summary>Reads what labels depend on.</summary>
    public Labels(Catalog catalog)
    {
        _newestEpisode = new DateTimeOffset?[catalog.Count];
        _isAwarded = new bool[catalog.Count];
        for (var number = 0; number < catalog.Count; number++)
        {
            if (catalog[number] is not { } title) continue;
            if (!title.Episodes.IsDefaultOrEmpty) _newestEpisode[number] = title.Episodes.Max(episode => episode.AddedAt);
            _isAwarded[number] = !title.Tags.IsDefaultOrEmpty
                && title.Tags.Any(tag => Array.Exists(AwardMarks, mark => tag.Contains(mark, StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>The label of a title; null for none.</summary>
    public string? Of(int number, Title title, PageContext context)
    {
        var (now, options) = (context.Now, context.Options);
        if (title.AddedAt is { } added && added <= now && (now - added).TotalDays < options.NewDays) return "New";
        if (HasNewEpisode(number, title, now, now.AddDays(-options.NewEpisodeDays))) return "New episode";
        if (EligibilityIndex.AvailableUntil(title, context.Country, now) is { } until && (until - now).TotalDays < options.LeavingDays)
            return "Leaving soon";
        if (context.IsTopTen(number)) return "Top 10";
        return _isAwarded[number] ? "Award winner" : null;
    }

    private bool HasNewEpisode(int number, Title title, DateTimeOffset now, DateTimeOffset since)
    {
        if (!(_newestEpisode[number] > since)) return false;
        foreach (var episode in title.Episodes)
        {
            if (episode.AddedAt > since && episode.AddedAt <= now) return true;
        }

        return false;
    }
}
