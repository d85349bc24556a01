using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>Decayed plays of all titles, valued at one moment.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Plays">float[titles] by title number; may be shorter than the catalogue, absent titles have none.</param>
public sealed record TrendSnapshot(DateTimeOffset AsOf, ImmutableArray<float> Plays)
{
    /// <summary>Nothing is known to be watched.</summary>
    public static TrendSnapshot Empty { get; } = new(DateTimeOffset.UnixEpoch, []);

    /// <summary>The same by ISO 3166-1 alpha-2 country; countries without plays are absent.</summary>
    public ImmutableDictionary<string, ImmutableArray<float>> Countries { get; init; } =
        ImmutableDictionary<string, ImmutableArray<float>>.Empty;

    /// <summary>Plays in one country, as <see cref="Plays"/>; empty where nothing is known to be watched there.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public ImmutableArray<float> PlaysIn(string country) => Countries.GetValueOrDefault(country, []);

    /// <summary>Values the statistics of all titles at one moment.</summary>
    /// <param name="statistics">By title number; null where a title has none.</param>
    /// <param name="now">The moment.</param>
    public static TrendSnapshot Of(IReadOnlyList<TitleStatistics?> statistics, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var plays = new float[statistics.Count];
        var countries = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var title = 0; title < plays.Length; title++)
        {
            if (statistics[title] is not { } counts)
                continue;
            plays[title] = counts.PlaysAt(now);
            foreach (var (country, count) in counts.PlaysByCountryAt(now))
            {
                if (!countries.TryGetValue(country, out var there))
                    countries.Add(country, there = new float[plays.Length]);
                there[title] = count;
            }
        }

        return new TrendSnapshot(now, [.. plays])
        {
            Countries = countries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal),
        };
    }
}
