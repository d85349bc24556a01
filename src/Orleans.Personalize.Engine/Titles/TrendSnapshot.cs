using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// Decayed plays of all titles on several time scales, valued at one moment. Every array is by title number and may be shorter than the
/// catalogue or empty; absent titles have none.
/// </summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Plays">Plays with a half-life of 12 hours: float[titles].</param>
public sealed record TrendSnapshot(DateTimeOffset AsOf, ImmutableArray<float> Plays)
{
    private const float SecondsOfDay = 24 * 3600;

    // Habits of everybody change slowly, and gathering them takes longer than all else.
    private static readonly TimeSpan OccasionsAge = TimeSpan.FromMinutes(10);

    /// <summary>Nothing is known to be watched.</summary>
    public static TrendSnapshot Empty { get; } = new(DateTimeOffset.UnixEpoch, []);

    /// <summary>Plays with a half-life of 3 hours: float[titles].</summary>
    public ImmutableArray<float> Hours { get; init; } = [];

    /// <summary>Plays with a half-life of 2 days: float[titles].</summary>
    public ImmutableArray<float> Days { get; init; } = [];

    /// <summary>Plays with a half-life of 14 days: float[titles].</summary>
    public ImmutableArray<float> Weeks { get; init; } = [];

    /// <summary>Plays with a half-life of 60 days: float[titles].</summary>
    public ImmutableArray<float> Lasting { get; init; } = [];

    /// <summary>
    /// When each title was played first, in days since <see cref="Profiles.Interaction.Origin"/>: float[titles]; positive infinity for never.
    /// </summary>
    public ImmutableArray<float> FirstPlays { get; init; } = [];

    /// <summary><see cref="Plays"/> by ISO 3166-1 alpha-2 country; countries without plays are absent.</summary>
    public ImmutableDictionary<string, ImmutableArray<float>> Countries { get; init; } =
        ImmutableDictionary<string, ImmutableArray<float>>.Empty;

    /// <summary>On what occasions titles are played, as of at most ten minutes before.</summary>
    public OccasionPlays Occasions { get; init; } = OccasionPlays.Empty;

    /// <summary>
    /// Plays of titles, with a half-life of 14 days, by the number of the taste community they happened in; titles ascending, those without plays absent.
    /// </summary>
    public ImmutableDictionary<int, ImmutableArray<(int Title, float Plays)>> Communities { get; init; } =
        ImmutableDictionary<int, ImmutableArray<(int Title, float Plays)>>.Empty;

    /// <summary>Plays in one country, as <see cref="Plays"/>; empty where nothing is known to be watched there.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public ImmutableArray<float> PlaysIn(string country) => Countries.GetValueOrDefault(country, []);

    /// <summary>Values the statistics of all titles at one moment.</summary>
    /// <param name="statistics">By title number; null where a title has none.</param>
    /// <param name="now">The moment.</param>
    /// <param name="before">What was gathered before, whose occasions are kept while they are recent; null for nothing.</param>
    public static TrendSnapshot Of(IReadOnlyList<TitleStatistics?> statistics, DateTimeOffset now, TrendSnapshot? before = null)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var plays = new float[statistics.Count];
        var (hours, days) = (new float[plays.Length], new float[plays.Length]);
        var (weeks, lasting) = (new float[plays.Length], new float[plays.Length]);
        var firstPlays = new float[plays.Length];
        Array.Fill(firstPlays, float.PositiveInfinity);
        var countries = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var communities = new Dictionary<int, ImmutableArray<(int, float)>.Builder>();
        for (var title = 0; title < plays.Length; title++)
        {
            if (statistics[title] is not { } counts)
                continue;
            plays[title] = counts.PlaysAt(now);
            hours[title] = counts.PlaysOfHoursAt(now);
            days[title] = counts.PlaysOfDaysAt(now);
            weeks[title] = counts.PopularityAt(now);
            lasting[title] = counts.LastingPlaysAt(now);
            if (counts.FirstPlaySeconds is { } seconds)
                firstPlays[title] = seconds / SecondsOfDay;
            foreach (var (country, count) in counts.PlaysByCountryAt(now))
            {
                if (!countries.TryGetValue(country, out var there))
                    countries.Add(country, there = new float[plays.Length]);
                there[title] = count;
            }

            for (var i = 0; i < counts.CommunityCount; i++)
            {
                var (community, count) = counts.PlaysByCommunityAt(i, now);
                if (!communities.TryGetValue(community, out var among))
                    communities.Add(community, among = ImmutableArray.CreateBuilder<(int, float)>());
                among.Add((title, count));
            }
        }

        var byCountry = countries.ToImmutableDictionary(entry => entry.Key, entry => Freeze(entry.Value), StringComparer.Ordinal);
        var isRecent = before is { Occasions.IsEmpty: false } && (now - before.Occasions.AsOf).Duration() < OccasionsAge;
        return new TrendSnapshot(now, Freeze(plays))
        {
            Hours = Freeze(hours),
            Days = Freeze(days),
            Weeks = Freeze(weeks),
            Lasting = Freeze(lasting),
            FirstPlays = Freeze(firstPlays),
            Countries = byCountry,
            Occasions = isRecent ? before!.Occasions : OccasionPlays.Of(statistics, byCountry, now),
            Communities = communities.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.DrainToImmutable()),
        };
    }

    private static ImmutableArray<float> Freeze(float[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
