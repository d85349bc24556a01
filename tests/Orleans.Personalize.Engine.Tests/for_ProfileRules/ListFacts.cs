using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using static Orleans.Personalize.Engine.Tests.Worlds.SmallWorld;

namespace Orleans.Personalize.Engine.Tests.for_ProfileRules;

public sealed class ListFacts
{
    private readonly SmallWorld _world = new();

    [Fact]
    public void A_title_goes_on_the_list_once_and_comes_off()
    {
        _world.Then(Add(Horror), Add(Comedy), Add(Horror));
        Assert.Equal([Horror, Comedy], _world.State.MyList.ToArray());
        _world.Then(Remove(Horror));
        Assert.Equal([Comedy], _world.State.MyList.ToArray());
        Assert.False(_world.State.IsOnMyList(Horror));
    }

    [Fact]
    public void A_later_thumb_replaces_an_earlier_one()
    {
        _world.Then(_world.Gave(Thumb.Down, Horror), _world.Gave(Thumb.TwoUp, Horror, 1));
        Assert.Equal(Thumb.TwoUp, _world.State.ThumbOf(Horror));
        Assert.Single(_world.State.Thumbs.ToArray());
        Assert.Equal(Thumb.Cleared, _world.State.ThumbOf(Comedy));
    }

    [Fact]
    public void A_hidden_title_is_strongly_disliked_and_off_the_list()
    {
        _world.Then(Add(Horror), Hide(Horror));
        Assert.True(_world.State.IsHidden(Horror));
        Assert.False(_world.State.IsOnMyList(Horror));
        Assert.Equal(-1, _world.Visits()[^1].Strength);
    }

    [Fact]
    public void Looking_at_a_hidden_title_does_not_bring_it_back_and_playing_it_does()
    {
        _world.Then(Hide(Horror), _world.Opened(Horror, 1));
        Assert.True(_world.State.IsHidden(Horror));
        _world.Then(_world.Started(Horror, 2));
        Assert.False(_world.State.IsHidden(Horror));
    }

    [Fact]
    public void Putting_on_the_list_or_a_thumb_up_brings_a_hidden_title_back()
    {
        _world.Then(Hide(Horror), Hide(Comedy), Add(Horror), _world.Gave(Thumb.Up, Comedy, 1));
        Assert.Empty(_world.State.Hidden.ToArray());
    }

    [Fact]
    public void Searches_are_kept_newest_first_without_repeats()
    {
        foreach (var query in new[] { "one", "two", " one ", "three", "   " })
            _world.Then(new Searched { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Query = query });
        Assert.Equal(["three", "one", "two"], _world.State.RecentSearches.AsEnumerable());
    }

    [Fact]
    public void A_long_search_is_cut_between_characters()
    {
        _world.Then(new Searched { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Query = "a" + new string('ß', 60) });
        Assert.Equal("a" + new string('ß', 23), Assert.Single(_world.State.RecentSearches));
    }

    [Fact]
    public void An_opened_search_result_is_a_search_and_a_visit()
    {
        _world.Then(new SearchResultOpened { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Query = "cellar", Title = Id(Horror) });
        Assert.Equal("cellar", Assert.Single(_world.State.RecentSearches));
        Assert.Equal(0.2f, Assert.Single(_world.Visits()).Strength);
    }

    [Fact]
    public void A_message_is_remembered_with_what_became_of_it()
    {
        _world.Then(
            new NotificationSent { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Notification = "n1", About = Id(Horror) },
            new NotificationSent { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Notification = "n2" },
            new NotificationOpened { Id = _world.NextId(), Profile = Settings.Id, Time = At(3), Notification = "n1", About = Id(Horror) },
            new NotificationDismissed { Id = _world.NextId(), Profile = Settings.Id, Time = At(4), Notification = "n2" });
        var log = _world.State.Notifications.ToArray();
        Assert.Equal([(Horror, NotificationStage.Opened), (-1, NotificationStage.Dismissed)], log.Select(entry => (entry.Title, entry.Stage)));
        Assert.Equal(0.15f, Assert.Single(_world.Visits()).Strength);
    }

    [Fact]
    public void The_context_of_the_latest_event_is_known_whatever_the_order_of_arrival()
    {
        _world.Then(
            _world.Shown(Horror, 10) with { Device = DeviceKind.Phone, Country = "FR" },
            _world.Shown(Horror, 5) with { Device = DeviceKind.Web, Country = "IT", Time = At(5).ToOffset(TimeSpan.FromHours(-5)) },
            _world.Shown(Horror, 11));
        Assert.Equal((DeviceKind.Phone, "FR", TimeSpan.FromHours(2)), (_world.State.LastDevice, _world.State.LastCountry, _world.State.LastOffset));
        Assert.Equal(At(11), _world.State.LastSeen);
        Assert.Null(ProfileState.Empty.LastSeen);
    }

    [Fact]
    public void An_arm_is_kept_until_another_of_the_same_experiment_takes_its_place()
    {
        var state = ProfileState.Empty.WithArm("posters", 1).WithArm("rows", 2).WithArm("posters", 3);
        Assert.Equal((3, 2, null), (state.ArmOf("posters"), state.ArmOf("rows"), state.ArmOf("search")));
    }

    private MyListAdded Add(int title) => new() { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Title = Id(title) };

    private MyListRemoved Remove(int title) => new() { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Title = Id(title) };

    private TitleHidden Hide(int title) => new() { Id = _world.NextId(), Profile = Settings.Id, Time = At(0), Title = Id(title) };
}
