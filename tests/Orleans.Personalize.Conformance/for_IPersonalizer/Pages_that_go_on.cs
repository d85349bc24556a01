using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Pages_that_go_on<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task The_next_rows_are_others_and_say_where_they_stand()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);

        var more = await RowsAsync(profile, page.Id, page.Next!);

        Assert.Equal((page.Id, profile.Profile, 2), (more.Page, more.Profile, more.FirstRow));
        Assert.NotEmpty(more.Rows);
        Assert.Empty(more.Rows.Select(row => row.Id).Intersect(page.Rows.Select(row => row.Id)));
    }

    [Fact]
    public async Task The_same_cursor_at_the_same_moment_gives_the_same_rows()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);

        AssertSame(await RowsAsync(profile, page.Id, page.Next!), await RowsAsync(profile, page.Id, page.Next!));
    }

    [Fact]
    public async Task Every_row_comes_once_until_the_page_ends()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);
        var rows = page.Rows.ToList();

        for (var next = page.Next; next is not null;)
        {
            var more = await RowsAsync(profile, page.Id, next);
            rows.AddRange(more.Rows);
            next = more.Next;
        }

        Assert.Distinct(rows.Select(row => row.Id));
        Assert.InRange(rows.Count, 3, 40);
    }

    [Fact]
    public async Task What_is_hidden_meanwhile_does_not_come()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);
        var coming = (await RowsAsync(profile, page.Id, page.Next!)).Rows[0].Cards[0].Title;

        await RecordAsync(profile.Hidden(coming));

        Assert.DoesNotContain(coming, (await RowsAsync(profile, page.Id, page.Next!)).Rows.SelectMany(row => row.Cards).Select(card => card.Title));
    }

    [Fact]
    public async Task Scrolling_past_a_row_changes_what_comes()
    {
        var profile = await NewProfileAsync();
        await RecordAsync(profile.Completed(SampleCatalog.Film("drama", 1)), profile.Completed(SampleCatalog.Film("comedy", 1)));
        var page = await FirstRowsAsync(profile, 3);
        var themed = page.Rows.FirstOrDefault(row => row.Kind is RowKind.Genre or RowKind.BecauseYouWatched);
        Assert.NotNull(themed);
        var cursor = page.Next!;
        var before = await RowsAsync(profile, page.Id, cursor);

        for (var i = 0; i < 3; i++)
            await RecordAsync(new RowScrolledPast { Id = EventMaker.NewId(), Profile = profile.Profile, Time = Host.Time.GetUtcNow(), Row = themed.Id, Page = page.Id });

        var after = await RowsAsync(profile, page.Id, cursor);
        Assert.NotEqual(before.Rows.SelectMany(row => row.Cards).Select(card => card.Title), after.Rows.SelectMany(row => row.Cards).Select(card => card.Title));
    }

    [Fact]
    public async Task A_page_of_yesterday_is_gone()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);

        Host.Time.Advance(TimeSpan.FromHours(7));

        await Assert.ThrowsAsync<PageGoneException>(() => RowsAsync(profile, page.Id, page.Next!));
    }

    [Fact]
    public async Task A_cursor_of_something_else_is_refused()
    {
        var profile = await NewProfileAsync();
        var other = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);

        Assert.Equal("after", (await Assert.ThrowsAsync<InvalidRequestException>(() => RowsAsync(other, page.Id, page.Next!))).Field);
        Assert.Equal("after", (await Assert.ThrowsAsync<InvalidRequestException>(() => RowsAsync(profile, page.Id, "nonsense"))).Field);
        Assert.Equal("after", (await Assert.ThrowsAsync<InvalidRequestException>(() => RowsAsync(profile, page.Id, string.Empty))).Field);
    }

    [Fact]
    public async Task Of_a_profile_that_is_not_there_no_page_goes_on()
    {
        var profile = await NewProfileAsync();
        var page = await FirstRowsAsync(profile, 2);
        await Personalizer.EraseProfileAsync(profile.Profile);

        await Assert.ThrowsAsync<UnknownProfileException>(() => RowsAsync(profile, page.Id, page.Next!));
    }

    private Task<HomePage> FirstRowsAsync(EventMaker of, int rows) =>
        Personalizer.GetHomeAsync(new HomeRequest { Profile = of.Profile, Rows = rows, Columns = 4 });

    private Task<HomeRows> RowsAsync(EventMaker of, PageId page, string after) =>
        Personalizer.GetRowsAsync(new HomeRowsRequest { Profile = of.Profile, Page = page, After = after, Count = 3 });
}
