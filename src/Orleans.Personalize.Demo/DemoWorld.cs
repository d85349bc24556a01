using System.Collections.Immutable;
using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.Households;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo;

/// <summary>
/// An invented streaming service: a catalogue, the households that watch it, and what they did. The same options, seed and moment give the
/// same world on every machine.
/// </summary>
public sealed class DemoWorld
{
    private readonly World _world;
    private readonly ImmutableArray<Member> _members;
    private readonly Dictionary<ProfileId, Member> _byId;
    private readonly Dictionary<TitleId, int> _numbers;

    private DemoWorld(World world, ImmutableArray<Member> members)
    {
        _world = world;
        _members = members;
        _byId = members.ToDictionary(member => member.Settings.Id);
        _numbers = world.Titles.Titles.Select((title, number) => (title.Title.Id, number)).ToDictionary(entry => entry.Id, entry => entry.number);
        Titles = [.. world.Titles.Titles.Select(title => title.Title)];
        Profiles = [.. members.Select(member => member.Settings)];
    }

    /// <summary>The catalogue.</summary>
    public ImmutableArray<Title> Titles { get; }

    /// <summary>All profiles, those of one household together.</summary>
    public ImmutableArray<ProfileSettings> Profiles { get; }

    /// <summary>
    /// Everything that the profiles did, in the order of time, up to the moment the world was made for. The events are made while they are
    /// read, and are the same each time.
    /// </summary>
    public IEnumerable<ProfileEvent> Events => Timeline.Merge(_members.Select(member => MemberStory.Tell(_world, member)));

    /// <summary>Makes a world.</summary>
    /// <param name="options">How large it is.</param>
    /// <param name="seed">Another seed gives another world.</param>
    /// <param name="now">When it ends: nothing in it happens later.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static DemoWorld Create(DemoOptions options, int seed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Titles is >= 1 and <= 100_000, nameof(options.Titles), options.Titles);
        Require(options.Households is >= 0 and <= 100_000, nameof(options.Households), options.Households);
        Require(options.Days is >= 1 and <= 1000, nameof(options.Days), options.Days);

        // The day that now belongs to is the last one.
        var firstDay = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - options.Days);
        var titles = new TitleFeatures(new CatalogueWriter(seed, options.Titles, now).Write());
        var buzz = new Buzz(seed, titles.Titles, firstDay, options.Days);
        var world = new World(seed, titles, buzz, firstDay, options.Days, now);
        return new DemoWorld(world, HouseholdWriter.Write(seed, options.Households, titles));
    }

    /// <summary>How much a profile likes a title, in [0,1]: what a recommender is to find out.</summary>
    /// <exception cref="UnknownProfileException">There is no such profile in this world.</exception>
    /// <exception cref="UnknownTitleException">There is no such title in this world.</exception>
    public double TrueTaste(ProfileId profile, TitleId title)
    {
        var member = _byId.GetValueOrDefault(profile) ?? throw new UnknownProfileException(profile);
        return _numbers.TryGetValue(title, out var number) ? member.Taste.Of(number) : throw new UnknownTitleException(title);
    }

    private static void Require(bool isInRange, string name, int value)
    {
        if (!isInRange)
        {
            throw new ArgumentOutOfRangeException(name, value, "is out of range");
        }
    }
}
