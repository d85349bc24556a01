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

    /// <summary>When the newest episode of a title comes or came; null where it has none with a date.</summary>
    public DateTimeOffset? NewestEpisodeOf(int number) => (uint)number < (uint)_newestEpisode.Length ? _newestEpisode[number] : null;

    /// <summary>The label of a title; null for none.</summary>
    public string? Of(int number, Title title, PageContext context)
    {
        var (now, options) = (context.Now, context.Options);
        if (title.AddedAt is { } added && added <= now && (now - added).TotalDays < options.NewDays) return "New";
        if (NewEpisode(number, title, now, now.AddDays(-options.NewEpisodeDays)) is { } label) return label;
        if (EligibilityIndex.AvailableUntil(title, context.Country, now) is { } until && (until - now).TotalDays < options.LeavingDays)
            return "Leaving soon";
        if (context.IsTopTen(number)) return "Top 10";
        return _isAwarded[number] ? "Award winner" : null;
    }

    private string? NewEpisode(int number, Title title, DateTimeOffset now, DateTimeOffset since)
    {
        if (!(_newestEpisode[number] > since)) return null;
        string? label = null;
        foreach (var episode in title.Episodes)
        {
            if (!(episode.AddedAt > since) || episode.AddedAt > now) continue;
            if (episode is { Number: 1, Season: > 1 }) return "New season";
            label = "New episode";
        }

        return label;
    }
}
