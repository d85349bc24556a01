using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Rows_near_one_another
{
    private static readonly string[] Genres = ["Drama", "Comedy", "Crime", "Horror", "Western"];

    private static readonly Title[] Titles =
    [
        .. from genre in Genres
           from number in Enumerable.Range(0, 72)
           select TestWorld.Film($"{genre.ToLowerInvariant()}-{number}", genre) with
           {
               Tags = [(number % 3) switch { 0 => "dark", 1 => "witty", _ => "gritty" }],
               Countries = [number % 4 < 2 ? "SE" : "FR"],
               Year = 1970 + (number % 40),
           },
    ];

    private readonly TestWorld _world = new(Titles);

    [Fact]
    public void Seldom_stand_directly_one_after_the_other()
    {
        var indifferent = new TestWorld(Titles, PageOptions.Default with { SameSubjectDiscount = 1 });

        var (with, without) = (NeighboursIn(_world, RowsAtOnce), NeighboursIn(indifferent, RowsAtOnce));

        Assert.True(2 * with < without, $"{with} neighbours of one genre or mark, {without} where nobody minds");
    }

    [Fact]
    public void Stand_apart_also_where_a_page_goes_on()
    {
        var indifferent = new TestWorld(Titles, PageOptions.Default with { SameSubjectDiscount = 1 });

        var (with, without) = (NeighboursIn(_world, RowsOneByOne), NeighboursIn(indifferent, RowsOneByOne));

        Assert.True(with < without, $"{with} neighbours of one genre or mark, {without} where nobody minds");
    }

    [Fact]
    public void Do_not_leave_the_page()
    {
        var indifferent = new TestWorld(Titles, PageOptions.Default with { SameSubjectDiscount = 1 });

        Assert.All(Enumerable.Range(0, 10), number => Assert.Equal(
            RowsAtOnce(Member(indifferent, number)).Select(row => row.Id.Value).Order(StringComparer.Ordinal),
            RowsAtOnce(Member(_world, number)).Select(row => row.Id.Value).Order(StringComparer.Ordinal)));
    }

    private static int NeighboursIn(TestWorld world, Func<TestProfile, List<Row>> rowsOf) => Enumerable.Range(0, 10).Sum(number =>
    {
        var rows = rowsOf(Member(world, number)).ConvertAll(SubjectsOf);
        return rows.Zip(rows.Skip(1)).Count(pair => pair.First.Intersect(pair.Second, StringComparer.Ordinal).Any());
    });

    // Each likes another genre and mood.
    private static TestProfile Member(TestWorld world, int number) => world.NewProfile($"member{number}")
        .Completed([.. Enumerable.Range(0, 4).Select(i => $"{Genres[number % Genres.Length].ToLowerInvariant()}-{(number % 3) + (3 * i)}")]);

    private static List<Row> RowsAtOnce(TestProfile profile) => [.. profile.Home().Rows];

    private static List<Row> RowsOneByOne(TestProfile profile)
    {
        var page = profile.Home(rows: 1);
        var rows = page.Rows.ToList();
        for (var next = page.Next; next is not null;)
        {
            var more = profile.Rows(page.Id, next, count: 1);
            rows.AddRange(more.Rows);
            next = more.Next;
        }

        return rows;
    }

    private static string[] SubjectsOf(Row row) => row.Kind switch
    {
        RowKind.Genre => [NameIn(row)],
        RowKind.MicroGenre => NameIn(row).Split('+'),
        _ => [],
    };

    private static string NameIn(Row row) => row.Id.Value[(row.Id.Value.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
