using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Households;

/// <summary>Tells what one member did, visit by visit. What it chooses follows its taste, its habits, the day's talk and what it has begun.</summary>
internal sealed class MemberStory
{
    private const double MinutesBetweenVisits = 10;
    private static readonly RowId ContinueWatching = new("continue-watching");
    private static readonly RowId TopPicks = new("top-picks");
    private static readonly RowId Trending = new("trending");
    private static readonly RowId MyList = new("my-list");

    private readonly World _world;
    private readonly Member _member;
    private readonly Dice _dice;
    private readonly Shelf _shelf;
    private readonly EventWriter _events;
    private readonly Dictionary<int, (int Episode, double Position)> _begun = [];
    private readonly HashSet<int> _done = [];
    private readonly List<int> _kept = [];
    private int _last = -1;

    private MemberStory(World world, Member member)
    {
        _world = world;
        _member = member;
        _dice = Dice.For(world.Seed, "story", member.Number);
        _shelf = new Shelf(world, member);
        _events = new EventWriter(member);
    }

    /// <summary>All events of a member in the order of time; they are made as they are asked for.</summary>
    public static IEnumerable<ProfileEvent> Tell(World world, Member member)
    {
        var story = new MemberStory(world, member);
        return story._shelf.IsEmpty ? [] : story.Visits();
    }

    private IEnumerable<ProfileEvent> Visits()
    {
        var free = DateTimeOffset.MinValue;
        for (var day = 0; day < _world.Days; day++)
        {
            var midnight = new DateTimeOffset(_world.FirstDay.AddDays(day).DateTime, _member.Market.Offset);
            foreach (var (start, device) in Habits.Visits(_member, midnight, _dice))
            {
                if (start < free)
                {
                    continue;
                }

                _events.BeginVisit(start, device);
                Visit(day);
                free = _events.Clock.AddMinutes(MinutesBetweenVisits);
                foreach (var told in _events.Take())
                {
                    if (told.Time > _world.Now)
                    {
                        yield break;
                    }

                    yield return told;
                }
            }
        }
    }

    private void Visit(int day)
    {
        if (Choose(day) is not { Title: >= 0 } choice)
        {
            return;
        }

        var title = TitleOf(choice.Title);
        var column = _dice.Below(6);
        var artwork = Artwork(choice.Title);
        if (choice.Row is { } row)
        {
            var rowIndex = Browse(row, column, day);
            _events.See(title, row, rowIndex, column, artwork);
            _events.Wait(_dice.Between(2, 8));
            _events.Open(title, row, rowIndex, column, artwork);
        }
        else
        {
            _events.Search(QueryFor(title), title, _dice.Between(4, 15));
        }

        _events.Wait(_dice.Between(5, 30));
        if (_dice.Chance(0.92))
        {
            Watch(choice.Title, choice.Row);
        }
    }

    /// <summary>Looks at a few cards on the way to the chosen row, and may keep one for later.</summary>
    private int Browse(RowId row, int column, int day)
    {
        var rowIndex = row == ContinueWatching ? 0 : _dice.Below(5);
        var passed = _dice.Whole(1, 3);
        for (var i = 0; i < passed; i++)
        {
            var other = _dice.Chance(0.3) ? _shelf.Talked(day, _dice) : _shelf.Any(_dice);
            if (other < 0 || !_shelf.IsOpen(other, _events.Clock))
            {
                continue;
            }

            var title = TitleOf(other);
            _events.See(title, Genre(title), rowIndex + 1, i, Artwork(other));
            _events.Wait(_dice.Between(1, 5));
            if (_member.Taste.Of(other) > 0.6 && !_kept.Contains(other) && !_done.Contains(other) && _dice.Chance(0.12))
            {
                _events.Keep(title);
                _kept.Add(other);
            }
        }

        if (rowIndex > 0 && _dice.Chance(0.25))
        {
            _events.PassRow(Genre(TitleOf(_shelf.Any(_dice))), rowIndex - 1);
        }

        if (column > 3)
        {
            _events.FollowRow(row, rowIndex, column);
            _events.Wait(_dice.Between(1, 4));
        }

        return rowIndex;
    }

    private void Watch(int number, RowId? row)
    {
        var title = TitleOf(number);
        var liking = _member.Taste.Of(number);
        var (episode, position) = _begun.GetValueOrDefault(number);
        var most = title.Kind == TitleKind.Film ? 1 : _dice.Whole(1, _member.Persona == Persona.Child ? 4 : 3);
        for (var watched = 0; watched < most; watched++)
        {
            var playing = title.Kind == TitleKind.Film ? null : title.Episodes[episode];
            var (end, at) = PlaybackStory.Tell(_events, title, playing, position, liking, row, _dice);
            _last = number;
            (episode, position) = end == PlaybackStory.End.Interrupted ? (episode, at) : (episode + 1, 0);
            var isOver = end == PlaybackStory.End.Abandoned || (end == PlaybackStory.End.Finished && episode >= title.Episodes.Length);
            if (isOver)
            {
                Finish(number, title, liking, end);
                return;
            }

            _begun[number] = (episode, position);
            if (end == PlaybackStory.End.Interrupted)
            {
                return;
            }

            _events.Wait(_dice.Between(8, 40));
        }
    }

    private void Finish(int number, Title title, double liking, PlaybackStory.End end)
    {
        _begun.Remove(number);
        _done.Add(number);
        _events.Wait(_dice.Between(3, 20));
        if (_dice.Chance(0.14))
        {
            _events.Judge(title, Verdict(liking, end));
        }
        else if (end == PlaybackStory.End.Abandoned && _dice.Chance(0.06))
        {
            _events.Hide(title);
        }

        if (_kept.Remove(number) && _dice.Chance(0.6))
        {
            _events.Drop(title);
        }
    }

    private Thumb Verdict(double liking, PlaybackStory.End end) =>
        end == PlaybackStory.End.Abandoned || liking < 0.25 ? Thumb.Down
        : liking > 0.85 && _dice.Chance(0.4) ? Thumb.TwoUp
        : Thumb.Up;

    /// <summary>What to watch, and from which row; no row where it was searched for.</summary>
    private (int Title, RowId? Row)? Choose(int day)
    {
        if (_begun.Count > 0 && _dice.Chance(_member.Loyalty))
        {
            var begun = _begun.Keys.Where(title => _shelf.IsOpen(title, _events.Clock)).ToArray();
            if (begun.Length > 0)
            {
                return (begun.Contains(_last) && _dice.Chance(0.7) ? _last : _dice.Pick(begun), ContinueWatching);
            }
        }

        for (var attempt = 0; attempt < 12; attempt++)
        {
            var (title, row) = Candidate(day);
            if (title >= 0 && _shelf.IsOpen(title, _events.Clock) && (!_done.Contains(title) || WatchesAgain()))
            {
                return (title, row);
            }
        }

        return null;
    }

    private (int Title, RowId? Row) Candidate(int day)
    {
        var chance = _dice.Unit();
        if (chance < 0.12 && _kept.Count > 0)
        {
            return (_dice.Pick(_kept), MyList);
        }

        if (chance < 0.4)
        {
            return (_shelf.Talked(day, _dice), Trending);
        }

        if (chance < 0.65 && _last >= 0)
        {
            return (_shelf.Like(_last, _dice), new RowId($"because:{TitleOf(_last).Id}"));
        }

        var title = _shelf.Any(_dice);
        return (title, _dice.Below(8) switch { 0 => null, < 4 => TopPicks, _ => Genre(TitleOf(title)) });
    }

    private bool WatchesAgain() => _dice.Chance(_member.Persona == Persona.Child ? 0.4 : 0.03);

    private Title TitleOf(int number) => _world.Titles.Titles[number].Title;

    /// <summary>The picture that this member sees for a title, always the same one.</summary>
    private ArtworkId? Artwork(int number)
    {
        var artworks = TitleOf(number).Artworks;
        return artworks[(_member.Number + number) % artworks.Length].Id;
    }

    private static RowId Genre(Title title) => new($"genre:{Catalogue.Words.Slug(title.Genres[0])}");

    private string QueryFor(Title title) => _dice.Below(4) switch
    {
        0 => title.People[_dice.Below(title.People.Length)].Name.ToLowerInvariant(),
        1 => _dice.Pick(title.Tags),
        _ => title.Name.ToLowerInvariant()[..Math.Min(title.Name.Length, _dice.Whole(5, 14))].Trim(),
    };
}
