using System.Collections.Immutable;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Tests.TestWorlds;

/// <summary>A profile of a <see cref="TestWorld"/> that does things and looks at its pages. Time goes on by a minute with each event.</summary>
public sealed class TestProfile(TestWorld world, string name)
{
    private int _events;

    public ProfileSettings Settings { get; set; } = new() { Id = new ProfileId("p-" + name.ToLowerInvariant()), Name = name };

    public ProfileState State { get; set; } = ProfileState.Empty;

    public DateTimeOffset Now { get; set; } = TestWorld.Now;

    public ImmutableArray<PlayNextCounts> PlayNext { get; set; } = [];

    public RuleSet Rules { get; set; } = RuleSet.Empty;

    public ImmutableArray<Sibling> Siblings { get; set; } = [];

    public Moment Moment => new(Now, world.Trend, PlayNext) { Rules = Rules, Siblings = Siblings };

    public TestProfile Paused(string title, double seconds = 1800) =>
        Does(new PlayPaused { Id = NextId(), Profile = Settings.Id, Time = Now, Title = new TitleId(title), PositionSeconds = seconds });

    public TestProfile Completed(params string[] titles)
    {
        foreach (var title in titles)
            Does(new PlayCompleted { Id = NextId(), Profile = Settings.Id, Time = Now, Title = new TitleId(title), PositionSeconds = 6000 });
        return this;
    }

    public TestProfile Thumbed(Thumb thumb, params string[] titles)
    {
        foreach (var title in titles)
            Does(new ThumbGiven { Id = NextId(), Profile = Settings.Id, Time = Now, Title = new TitleId(title), Thumb = thumb });
        return this;
    }

    public TestProfile Listed(params string[] titles)
    {
        foreach (var title in titles)
            Does(new MyListAdded { Id = NextId(), Profile = Settings.Id, Time = Now, Title = new TitleId(title) });
        return this;
    }

    public TestProfile Hid(string title) =>
        Does(new TitleHidden { Id = NextId(), Profile = Settings.Id, Time = Now, Title = new TitleId(title) });

    public TestProfile ScrolledPast(string row) =>
        Does(new RowScrolledPast { Id = NextId(), Profile = Settings.Id, Time = Now, Row = new RowId(row) });

    public TestProfile ScrolledAlong(string row, int throughColumn) =>
        Does(new RowScrolledAlong { Id = NextId(), Profile = Settings.Id, Time = Now, Row = new RowId(row), ThroughColumn = throughColumn });

    public TestProfile Saw(TitleId title, int times)
    {
        for (var i = 0; i < times; i++)
            Does(new Impression { Id = NextId(), Profile = Settings.Id, Time = Now, Title = title });
        return this;
    }

    public TestProfile Does(ProfileEvent profileEvent)
    {
        State = world.Engine.Apply(State, Settings, profileEvent).State;
        Now += TimeSpan.FromMinutes(1);
        return this;
    }

    public EventId NextId() => new($"e{_events++}");

    public HomePage Home(int rows = 40, int columns = 20, string? country = null, bool explain = false, TitleSelection? selection = null) =>
        world.Engine.ComposeHome(State, Settings, Moment, new HomeRequest
        {
            Profile = Settings.Id,
            Rows = rows,
            Columns = columns,
            Country = country,
            Explain = explain,
            Selection = selection,
        });

    public HomeRows Rows(PageId page, string after, int count = 8, TitleSelection? selection = null) =>
        world.Engine.ContinueHome(State, Settings, Moment, new HomeRowsRequest
        {
            Profile = Settings.Id,
            Page = page,
            After = after,
            Count = count,
            Selection = selection,
        });

    public RecommendationList Recommended(int count = 20, string? country = null, TitleSelection? selection = null) =>
        world.Engine.Recommend(
            State, Settings, Moment, new RecommendationRequest { Profile = Settings.Id, Count = count, Country = country, Selection = selection });

    public SimilarList SimilarTo(string title, int count = 20, TitleSelection? selection = null) =>
        world.Engine.Similar(
            State, Settings, Moment, new SimilarRequest { Profile = Settings.Id, Title = new TitleId(title), Count = count, Selection = selection });

    public RerankedList Reranked(params IEnumerable<string> titles) =>
        world.Engine.Rerank(
            State, Settings, Moment, new RerankRequest { Profile = Settings.Id, Titles = [.. titles.Select(title => new TitleId(title))] });

    public TitlePage PageOf(string title) => world.Engine.DescribeTitle(State, Settings, Moment, new TitleId(title));
}
