using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_EngineExtensions;

public sealed class The_best_titles
{
    [Theory]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(900)]
    public void By_an_order_of_ones_own_are_its_first_whatever_the_order(int perGenre)
    {
        var look = new Look();
        var world = WorldWith(look, perGenre);
        var holds = Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var most = random.Next(0, PageLimit + 10);
            var order = OrderOf(random, world.Catalog.Count);
            IEnumerable<int>? found = null;
            IEnumerable<int>? expected = null;
            look.At = page =>
            {
                found = page.Best(order, most);
                expected = [.. Enumerable.Range(0, order.Length)
                    .Where(title => page.MayRecommend(title) && !float.IsNaN(order[title]))
                    .OrderByDescending(title => order[title]).ThenBy(title => title)
                    .Take(Math.Min(most, PageLimit))];
            };
            world.NewProfile().Completed("drama-1", "comedy-2").Home();
            Assert.Equal(expected, found);
        });
        holds.Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20260515, 1).WithEndSize(100_000));
    }

    [Theory]
    [InlineData(100, 12)]
    [InlineData(900, 12)]
    [InlineData(900, 75)]
    public void Of_a_genre_stand_in_its_row_unless_they_stand_elsewhere(int perGenre, int columns)
    {
        var look = new Look();
        var world = WorldWith(look, perGenre);
        float[] rank = [];
        look.At = page => rank = page.Rank.ToArray();

        var home = world.NewProfile().Completed("drama-1", "comedy-2", "western-5").Home(columns: columns);

        var placed = home.Rows.SelectMany(row => row.Cards).Select(card => card.Title).ToHashSet();
        Row[] genres = [.. home.Rows.Where(row => row.Kind == RowKind.Genre)];
        Assert.NotEmpty(genres);
        Assert.All(genres, row =>
        {
            var least = row.Cards.Min(card => RankOf(card.Title));
            var elsewhere = Enumerable.Range(0, world.Catalog.Count)
                .Select(number => world.Catalog[number]!)
                .Where(title => title.Genres.Contains(row.Title) && !placed.Contains(title.Id) && look.Recommendable.Contains(title.Id));
            Assert.All(elsewhere, title => Assert.True(RankOf(title.Id) <= least, $"{title.Id} ranks before the last of {row.Id}"));
        });

        float RankOf(TitleId title) => world.Catalog.TryGetNumber(title, out var number) ? rank[number] : float.NaN;
    }

    private const int PageLimit = 192;

    private static TestWorld WorldWith(Look look, int perGenre)
    {
        var extensions = new EngineExtensions();
        extensions.Rows.Add(look);
        return new TestWorld(TestWorld.Films(perGenre, "Drama", "Comedy", "Western"), extensions: extensions);
    }

    // Spread, or with many that are equal, or with few that count at all.
    private static float[] OrderOf(Random random, int titles)
    {
        var (steps, left) = (random.Next(3) == 0 ? 5 : 1_000_000, random.NextDouble());
        return [.. Enumerable.Range(0, titles).Select(_ => random.NextDouble() < left ? random.Next(-steps, steps) / 7f : random.Next(2) == 0 ? float.NaN : float.NegativeInfinity)];
    }

    private sealed class Look : IRowSource
    {
        public Action<PageView> At { get; set; } = _ => { };

        public HashSet<TitleId> Recommendable { get; } = [];

        public void Propose(PageView page, ICollection<RowCandidate> into)
        {
            Recommendable.Clear();
            for (var title = 0; title < page.Catalog.Count; title++)
            {
                if (page.MayRecommend(title))
                    Recommendable.Add(page.Catalog[title]!.Id);
            }

            At(page);
        }
    }
}
