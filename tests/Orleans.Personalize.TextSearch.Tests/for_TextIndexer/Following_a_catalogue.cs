using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.TextSearch.Tests.for_TextIndexer;

public class Following_a_catalogue
{
    private static readonly string[] Words = ["red", "green", "blue", "moon", "sun", "star"];

    private static readonly Arbitrary<(int Number, int[] Words)[]> Changes =
        (from number in Gen.Choose(0, 9)
         from words in Gen.Choose(-1, Words.Length - 1).ArrayOf(3)
         select (number, words)).ArrayOf(12).ToArbitrary();

    [Fact]
    public void Changed_step_by_step_it_finds_the_same_as_made_at_once() =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(7, 9).WithMaxTest(60), Prop.ForAll(Changes, changes =>
        {
            var titles = new Title?[10];
            using var following = new TextIndexer();
            ITextIndex? followed = null;
            for (var i = 0; i < changes.Length; i++)
            {
                titles[changes[i].Number] = TitleOf(changes[i]);
                followed = following.Follow(new Catalog([.. titles], i));
            }

            using var whole = new TextIndexer();
            var made = whole.Follow(new Catalog([.. titles], changes.Length));
            foreach (var word in Words)
            {
                Assert.Equal(Titles(made, word), Titles(followed!, word));
                Assert.Equal(Themes(made, word), Themes(followed!, word));
            }
        }));

    [Fact]
    public void What_was_given_out_stays_as_it_was_for_all_who_use_it()
    {
        using var indexer = new TextIndexer();
        var first = indexer.Follow(new Catalog([TitleOf((0, [0, 0, 0]))], 1));
        Parallel.For(0, 200, i =>
        {
            if (i % 50 == 0)
            {
                lock (indexer) indexer.Follow(new Catalog([TitleOf((0, [1, 1, 1])), TitleOf((1, [i % 6, 2, 3]))], i + 2));
            }

            Assert.Equal([0], Titles(first, "red"));
            Assert.Empty(Titles(first, "green"));
        });
    }

    [Fact]
    public void Nothing_is_written_where_nothing_changed()
    {
        using var indexer = new TextIndexer();
        var title = TitleOf((0, [0, 1, 2]));
        Assert.Same(indexer.Follow(new Catalog([title], 1)), indexer.Follow(new Catalog([title], 2)));
    }

    private static Title? TitleOf((int Number, int[] Words) change) => change.Words[0] < 0 ? null : new Title
    {
        Id = new TitleId($"t{change.Number}"),
        Name = Words[change.Words[0]],
        Genres = [.. change.Words.Where(word => word >= 0).Select(word => Words[word])],
        People = change.Words[1] < 0 ? [] : [new Credit { Name = Words[change.Words[1]] + " person" }],
    };

    private static int[] Titles(ITextIndex index, string word)
    {
        var titles = new int[20];
        return titles[..index.FindTitles(QueryOf(word), titles)];
    }

    private static ThemeId[] Themes(ITextIndex index, string word)
    {
        var themes = new ThemeId[20];
        return themes[..index.FindThemes(QueryOf(word), themes)];
    }

    private static TextQuery QueryOf(string word) => new([[new WordChoice(word, false, 1)]], TextFields.All);
}
