using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.Worlds;

/// <summary>Events of every kind, in any order, at any time, about anything.</summary>
internal static class Storms
{
    /// <summary>A catalogue whose titles have numbers as long as <paramref name="first"/> makes them.</summary>
    public static Catalog CatalogOf(int first, int titles)
    {
        var all = ImmutableArray.CreateBuilder<Title?>(first + titles);
        all.AddRange(Enumerable.Repeat<Title?>(null, first));
        for (var i = 0; i < titles; i++)
            all.Add(TitleOf(i));
        return new Catalog(all.MoveToImmutable(), 1);
    }

    /// <summary>An event that depends on the seed alone.</summary>
    public static ProfileEvent EventOf(int seed, Catalog catalog, ImmutableArray<TitleId> titles, TimeSpan span)
    {
        var random = new Random(seed);
        var title = titles[random.Next(titles.Length)];
        var id = new EventId($"{seed:x}-{new string((char)random.Next('a', 'z'), random.Next(0, 100))}");
        var profile = SmallWorld.Settings.Id;
        var time = SmallWorld.Start.AddSeconds(random.NextDouble() * span.TotalSeconds);
        var row = new RowId(random.Next(3) == 0 ? $"genre:g{random.Next(20)}" : $"row:{random.Next(1000)}");
        var (season, episode) = catalog.TryGet(title, out var known) && known.Kind == TitleKind.Series
            ? ((int?)random.Next(1, 4), (int?)random.Next(1, 10_001))
            : (null, null);
        var position = random.Next(4) == 0 ? random.NextDouble() * 20 : random.NextDouble() * 600_000;
        var length = random.Next(2) == 0 ? (double?)null : position + (random.NextDouble() * 5000);
        var query = new string([.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => (char)random.Next(0x20, 0xFFFD))]);
        var notification = $"n{random.Next(50)}";
        TitleId? about = random.Next(2) == 0 ? title : null;
        ProfileEvent result = random.Next(25) switch
        {
            0 or 1 => new Impression { Id = id, Profile = profile, Time = time, Title = title },
            2 => new RowScrolledPast { Id = id, Profile = profile, Time = time, Row = row },
            3 => new RowScrolledAlong { Id = id, Profile = profile, Time = time, Row = row, ThroughColumn = random.Next(10_000) },
            4 => new TitleOpened { Id = id, Profile = profile, Time = time, Title = title, Artwork = new ArtworkId($"a{random.Next(3)}") },
            5 => new TrailerPlayed { Id = id, Profile = profile, Time = time, Title = title, PositionSeconds = position, DurationSeconds = length },
            6 or 7 => Play(new PlayStarted { Id = id, Profile = profile, Time = time, Title = title }),
            8 => Play(new PlayProgressed { Id = id, Profile = profile, Time = time, Title = title }),
            9 => Play(new PlayPaused { Id = id, Profile = profile, Time = time, Title = title }),
            10 => Play(new PlayStopped { Id = id, Profile = profile, Time = time, Title = title }),
            11 => Play(new PlayCompleted { Id = id, Profile = profile, Time = time, Title = title }),
            12 => Play(new IntroSkipped { Id = id, Profile = profile, Time = time, Title = title }),
            13 => Play(new CreditsSkipped { Id = id, Profile = profile, Time = time, Title = title }),
            14 or 15 => new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title, Thumb = (Thumb)random.Next(4) },
            16 => new TitleRated { Id = id, Profile = profile, Time = time, Title = title, Stars = random.Next(1, 11) / 2.0 },
            17 or 18 => new MyListAdded { Id = id, Profile = profile, Time = time, Title = title },
            19 => new MyListRemoved { Id = id, Profile = profile, Time = time, Title = title },
            20 => new Searched { Id = id, Profile = profile, Time = time, Query = query },
            21 => new SearchResultOpened { Id = id, Profile = profile, Time = time, Title = title, Query = query },
            22 when random.Next(3) == 0 => new NotificationClaimed
            {
                Id = id,
                Profile = profile,
                Time = time,
                Notification = notification,
                About = about,
                Titles = [.. titles.Take(random.Next(9))],
                Channel = (NotificationChannel)random.Next(2),
                Kind = (NotificationKind)random.Next(5),
                Attempt = random.Next(1, 4),
            },
            22 => random.Next(2) == 0
                ? new NotificationSent { Id = id, Profile = profile, Time = time, Notification = notification, About = about }
                : new NotificationOpened { Id = id, Profile = profile, Time = time, Notification = notification, About = about },
            23 => new NotificationDismissed { Id = id, Profile = profile, Time = time, Notification = notification, About = about },
            _ => new TitleHidden { Id = id, Profile = profile, Time = time, Title = title },
        };
        return result with
        {
            Device = random.Next(2) == 0 ? (DeviceKind)random.Next(4) : null,
            Country = random.Next(2) == 0 ? $"{(char)random.Next('A', 'Z')}{(char)random.Next('A', 'Z')}" : null,
        };

        PlayEvent Play(PlayEvent play) => play with { PositionSeconds = position, DurationSeconds = length, Season = season, Episode = episode };
    }

    private static Title TitleOf(int index) => new()
    {
        Id = new TitleId($"t{index}"),
        Name = $"Title {index}",
        Kind = index % 3 == 0 ? TitleKind.Series : TitleKind.Film,
        RuntimeMinutes = index % 5 == 0 ? null : 45 + (index % 90),
        Year = 1950 + (index % 77),
        Genres = [$"g{index % 20}", $"g{index % 7}"],
        Tags = [.. Enumerable.Range(0, index % 9).Select(tag => $"tag {(index * 7 + tag) % 97}")],
        People = [.. Enumerable.Range(0, 5).Select(person => new Credit { Name = $"Person {((index / 2) + person) % 120}" })],
        Countries = [$"C{index % 11}"],
        Languages = [$"L{index % 5}"],
        Episodes = index % 3 != 0 ? [] : [.. Enumerable.Range(1, 8).Select(number => new Episode { Season = 1 + (number / 5), Number = number })],
        Artworks = [.. Enumerable.Range(0, 3).Select(artwork => new Artwork
        {
            Id = new ArtworkId($"a{artwork}"),
            Features = [.. Enumerable.Range(0, 4).Select(feature => $"f{((index * 3) + artwork + feature) % 40}")],
        })],
    };
}
