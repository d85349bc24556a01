using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleStatistics;

public sealed class TitleStatisticsFacts
{
    private static readonly DateTimeOffset Start = SmallWorld.Start;

    private static readonly Gen<TitleOutcome[]> SomeOutcomes = Gen.ArrayOf(
        from kind in Gen.Choose(0, 1)
        from minutes in Gen.Choose(0, 400 * 24 * 60)
        from weight in Gen.Choose(1, 4)
        from next in Gen.Choose(0, 40)
        from country in Gen.Elements("DE", "FR", null, "xx")
        select new TitleOutcome(7, (TitleOutcomeKind)kind, Start.AddMinutes(minutes), weight / 4f, next, country));

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Properties.Hold(SomeOutcomes, outcomes =>
    {
        var now = Start.AddDays(401);
        var forwards = After(outcomes);
        var backwards = After([.. outcomes.Reverse()]);
        return Same(forwards.PlaysAt(now), backwards.PlaysAt(now))
            && Same(forwards.PopularityAt(now), backwards.PopularityAt(now))
            && SameCounts(forwards.PlaysByCountryAt(now), backwards.PlaysByCountryAt(now))
            && SameCounts(forwards.PlayNextAt(now), backwards.PlayNextAt(now));
    }, count: 200);

    [Fact]
    public void Counts_are_what_a_plain_sum_gives() => Properties.Hold(SomeOutcomes, outcomes =>
    {
        var now = Start.AddDays(401);
        var sum = outcomes
            .Where(outcome => outcome.Kind == TitleOutcomeKind.Played)
            .Sum(outcome => outcome.Weight * Math.Pow(2, -(now - outcome.Time).TotalDays / 14));
        return Same((float)sum, After(outcomes).PopularityAt(now));
    });

    [Fact]
    public void What_was_encoded_decodes_to_the_same() => Properties.Hold(SomeOutcomes, outcomes =>
    {
        var bytes = After(outcomes).Encode();
        return TitleStatistics.Decode(bytes).Encode().AsSpan().SequenceEqual(bytes);
    });

    [Fact]
    public void A_play_halves_in_12_hours_and_in_14_days()
    {
        var statistics = TitleStatistics.Empty.Apply(Play(0));
        Assert.Equal(0.5f, statistics.PlaysAt(Start.AddHours(12)), 0.0001f);
        Assert.Equal(0.5f, statistics.PopularityAt(Start.AddDays(14)), 0.0001f);
        Assert.Equal(1, statistics.PlaysAt(Start.AddHours(-1)));
    }

    [Fact]
    public void A_play_halves_in_3_hours_in_2_days_and_in_60_days()
    {
        var statistics = TitleStatistics.Empty.Apply(Play(0));
        Assert.Equal(0.5f, statistics.PlaysOfHoursAt(Start.AddHours(3)), 0.0001f);
        Assert.Equal(0.5f, statistics.PlaysOfDaysAt(Start.AddDays(2)), 0.0001f);
        Assert.Equal(0.5f, statistics.LastingPlaysAt(Start.AddDays(60)), 0.0001f);
    }

    [Fact]
    public void The_earliest_play_is_the_first_in_whatever_order_plays_come()
    {
        var seconds = Interaction.ToSeconds(Start);
        Assert.Null(TitleStatistics.Empty.FirstPlaySeconds);
        Assert.Equal(seconds, TitleStatistics.Empty.Apply(Play(5)).Apply(Play(0)).Apply(Play(9)).FirstPlaySeconds);
        Assert.Equal(seconds, TitleStatistics.Decode(TitleStatistics.Empty.Apply(Play(0)).Encode()).FirstPlaySeconds);
    }

    [Fact]
    public void Plays_are_counted_by_country()
    {
        var statistics = TitleStatistics.Empty.Apply(Play(0, "DE")).Apply(Play(0, "DE")).Apply(Play(0, "AT")).Apply(Play(0, null));
        Assert.Equal([("AT", 1f), ("DE", 2f)], statistics.PlaysByCountryAt(Start).AsEnumerable());
        Assert.Equal(4, statistics.PlaysAt(Start));
    }

    [Fact]
    public void What_is_played_next_comes_largest_first()
    {
        var statistics = TitleStatistics.Empty.Apply(Next(5, 0)).Apply(Next(9, 0)).Apply(Next(9, 1));
        Assert.Equal([9, 5], statistics.PlayNextAt(Start.AddHours(1)).Select(next => next.Title));
    }

    [Fact]
    public void Past_the_cap_the_smallest_leaves_and_something_new_always_gets_in()
    {
        var statistics = TitleStatistics.Empty;
        for (var title = 0; title < TitleStatistics.MaxNext; title++)
            statistics = statistics.Apply(Next(title, 0) with { Weight = 10 + title });
        statistics = statistics.Apply(Next(1000, 1)).Apply(Next(2000, 2)).Apply(Next(2000, 3)).Apply(Next(1500, 4));
        var next = statistics.PlayNextAt(Start.AddHours(4)).Select(entry => entry.Title).ToArray();
        Assert.Equal(TitleStatistics.MaxNext, next.Length);
        Assert.Contains(1500, next);
        Assert.DoesNotContain(1000, next);
        Assert.DoesNotContain(0, next);
        Assert.Contains(63, next);
    }

    [Fact]
    public void Outcomes_that_are_not_counted_change_nothing()
    {
        var statistics = TitleStatistics.Empty.Apply(Play(0));
        Assert.Same(statistics, statistics.Apply(Play(0) with { Kind = TitleOutcomeKind.Shown }));
        Assert.Same(statistics, statistics.Apply(Play(0) with { Weight = float.NaN }));
        Assert.Same(statistics, statistics.Apply(Play(0) with { Weight = -1 }));
        Assert.Same(statistics, statistics.Apply(Next(-1, 0)));
    }

    [Fact]
    public void The_form_stays_below_1_kB()
    {
        var statistics = TitleStatistics.Empty;
        for (var i = 0; i < 2000; i++)
            statistics = statistics.Apply(Next((1 << 24) - 1 - (i * 7000 % (1 << 24)), i)).Apply(Play(i, $"{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}"));
        Assert.InRange(statistics.Encode().Length, 300, 1024);
        Assert.Equal(statistics.Encode(), TitleStatistics.Decode(statistics.Encode()).Encode());
    }

    [Fact]
    public void Damaged_bytes_are_refused()
    {
        var bytes = TitleStatistics.Empty.Apply(Play(0)).Apply(Next(3, 0)).Encode();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => TitleStatistics.Decode(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => TitleStatistics.Decode(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void A_form_of_version_1_is_still_read()
    {
        var statistics = TitleStatistics.Decode(Convert.FromBase64String(Version1));
        Assert.Equal(2, statistics.PlaysAt(Start));
        Assert.Equal(2, statistics.PopularityAt(Start));
        Assert.Equal([("DE", 1f)], statistics.PlaysByCountryAt(Start).AsEnumerable());
        Assert.Equal([(300, 1f)], statistics.PlayNextAt(Start).AsEnumerable());
        Assert.Null(statistics.FirstPlaySeconds);
    }

    [Theory]
    [InlineData(Version2)]
    [InlineData(Version3)]
    public void A_form_of_versions_2_and_3_is_still_read(string form)
    {
        var statistics = TitleStatistics.Decode(Convert.FromBase64String(form));
        Assert.Equal(2, statistics.PlaysOfHoursAt(Start));
        Assert.Equal([("DE", 1f)], statistics.PlaysByCountryAt(Start).AsEnumerable());
        Assert.Equal(Interaction.ToSeconds(Start), statistics.FirstPlaySeconds);
        Assert.Empty(statistics.PlaysByCommunityAt(Start));
    }

    [Fact]
    public void Plays_are_counted_for_the_community_of_their_profile()
    {
        var statistics = TitleStatistics.Decode(After([PlayOf(3, 0), PlayOf(1_000_000, 0), PlayOf(3, 14 * 24), Play(0), PlayOf(-1, 0), PlayOf(int.MaxValue, 0)]).Encode());
        Assert.Equal([(3, 1.5f), (1_000_000, 0.5f)], statistics.PlaysByCommunityAt(Start.AddDays(14)).AsEnumerable());
        var trend = TrendSnapshot.Of([null, statistics], Start.AddDays(14));
        Assert.Equal([(1, 1.5f)], trend.Communities[3].AsEnumerable());
    }

    [Fact]
    public void The_communities_of_a_title_are_bounded()
    {
        var outcomes = Enumerable.Range(0, 40).SelectMany(community => Enumerable.Repeat(PlayOf(community, community), community == 7 ? 9 : 1));
        var kept = After([.. outcomes]).PlaysByCommunityAt(Start.AddDays(2));
        Assert.Equal(8, kept.Length);
        Assert.Contains(kept, entry => entry.Community == 7);
    }

    [Fact]
    public void A_trend_values_all_titles_at_one_moment()
    {
        var trend = TrendSnapshot.Of([null, TitleStatistics.Empty.Apply(Play(0, "DE")), TitleStatistics.Empty.Apply(Play(12))], Start.AddHours(12));
        Assert.Equal([0, 0.5f, 1], trend.Plays.AsEnumerable());
        Assert.Equal([0, 0.5f, 0], trend.PlaysIn("DE").AsEnumerable());
        Assert.True(trend.PlaysIn("FR").IsEmpty);
        Assert.Equal([float.PositiveInfinity, 0, 0.5f], trend.FirstPlays.Select(days => days - (float)(Start - Interaction.Origin).TotalDays), (a, b) => a == b || MathF.Abs(a - b) < 0.01f);
    }

    private const string Version1 = "AQAAAAAAAABAoKX3iQMAAAAAAAAAQKCl94kDAaCl94kDUgAAgD8BoKX3iQOsAgAAgD+ybzGg";

    private const string Version2 =
        "AgAAAAAAAABAoKX3iQMAAAAAAAAAQKCl94kDAaCl94kDUgAAgD8BoKX3iQOsAgAAgD8AAAAAAAAAQKCl94kDAAAAAAAAAECgpfeJAwAAAAAAAABAoKX3iQOhpfeJAzBidnw=";

    private const string Version3 =
        "AwAAAAAAAABAoKX3iQMAAAAAAAAAQKCl94kDAaCl94kDUgAAgD8BoKX3iQOsAgAAgD8AAAAAAAAAQKCl94kDAAAAAAAAAECgpfeJAwAAAAAAAABAoKX3iQOhpfeJAwGgpfeJAwMAAIA/4jweRw==";

    private static TitleStatistics After(TitleOutcome[] outcomes) =>
        outcomes.Aggregate(TitleStatistics.Empty, (statistics, outcome) => statistics.Apply(outcome));

    private static TitleOutcome Play(double hours, string? country = null) =>
        new(7, TitleOutcomeKind.Played, Start.AddHours(hours), 1, -1, country);

    private static TitleOutcome PlayOf(int community, double hours) => Play(hours) with { Community = community };

    private static TitleOutcome Next(int title, double hours) =>
        new(7, TitleOutcomeKind.PlayedNext, Start.AddHours(hours), 1, title, null);

    // What has faded to nothing may be there or not.
    private static bool SameCounts<TKey>(IEnumerable<(TKey Key, float Count)> some, IEnumerable<(TKey Key, float Count)> others)
        where TKey : notnull
    {
        var (first, second) = (some.ToDictionary(entry => entry.Key, entry => entry.Count), others.ToDictionary(entry => entry.Key, entry => entry.Count));
        return first.Keys.Union(second.Keys).All(key => Same(first.GetValueOrDefault(key), second.GetValueOrDefault(key)));
    }

    private static bool Same(float a, float b) => MathF.Abs(a - b) <= 1e-4f * MathF.Max(MathF.Abs(a), MathF.Abs(b)) + 1e-12f;
}
