using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;
using Orleans.Serialization;

namespace Orleans.Personalize.Cluster.Tests.for_upgrades;

public sealed class Cards_between_versions
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSerializer(builder => builder.AddAssembly(typeof(Card).Assembly).AddAssembly(typeof(GrainKey).Assembly).AddAssembly(typeof(ReleasedCards).Assembly))
        .BuildServiceProvider();

    [Fact]
    public void Are_read_by_the_first_version_and_from_it()
    {
        var serializer = Services.GetRequiredService<Serializer>();
        var progress = new WatchProgress { Title = new TitleId("night-train"), PositionSeconds = 60, DurationSeconds = 6000, Time = DateTimeOffset.UnixEpoch };
        Card[] cards =
        [
            new Card
            {
                Title = new TitleId("night-train"),
                Name = "Night Train",
                Kind = TitleKind.Series,
                Year = 2024,
                MatchScore = 0.75,
                Reason = new Reason { Kind = ReasonKind.New, Text = "New" },
                Artwork = new ArtworkId("a"),
                ArtworkUrl = "/a.jpg",
                Label = "New season",
                Progress = progress,
                Parts = [new ScorePart { Part = "trend", Value = 0.5, Weight = 1 }],
            },
            new Card { Title = new TitleId("odd"), Name = "Odd", MatchScore = 0.5, Reason = new Reason { Kind = ReasonKind.Popular, Text = "Popular" } },
        ];

        var released = serializer.Deserialize<ReleasedCards>(serializer.SerializeToArray(new PresentCards([.. cards])));
        Assert.Equal(("night-train", "Night Train", TitleKind.Series, 2024, 0.75), (released.Cards[0].Title.Value, released.Cards[0].Name, released.Cards[0].Kind, released.Cards[0].Year, released.Cards[0].MatchScore));
        Assert.Equal(("New", "a", "/a.jpg", "New season", progress), (released.Cards[0].Reason.Text, released.Cards[0].Artwork?.Value, released.Cards[0].ArtworkUrl, released.Cards[0].Label, released.Cards[0].Progress));
        Assert.Equal("trend", Assert.Single(released.Cards[0].Parts).Part);
        Assert.Equal(("odd", null, null), (released.Cards[1].Title.Value, released.Cards[1].Artwork, released.Cards[1].Progress));

        var present = serializer.Deserialize<PresentCards>(serializer.SerializeToArray(released)).Cards;
        Assert.Equal(cards.Select(card => card with { Parts = [] }), present.Select(card => card with { Parts = [] }));
        Assert.Equal(cards.SelectMany(card => card.Parts), present.SelectMany(card => card.Parts));
    }
}

/// <summary>Cards as this version sends them.</summary>
[GenerateSerializer]
public sealed record PresentCards([property: Id(0)] ImmutableArray<Card> Cards);

/// <summary>Cards as version 0.1.0 sent them.</summary>
[GenerateSerializer]
public sealed record ReleasedCards([property: Id(0)] ImmutableArray<ReleasedCard> Cards);

/// <summary>A card as version 0.1.0 had it.</summary>
[GenerateSerializer]
public sealed record ReleasedCard
{
    [Id(0)]
    public required TitleId Title { get; init; }

    [Id(1)]
    public required string Name { get; init; }

    [Id(2)]
    public TitleKind Kind { get; init; }

    [Id(3)]
    public int? Year { get; init; }

    [Id(4)]
    public required double MatchScore { get; init; }

    [Id(5)]
    public required Reason Reason { get; init; }

    [Id(6)]
    public ArtworkId? Artwork { get; init; }

    [Id(7)]
    public string? ArtworkUrl { get; init; }

    [Id(8)]
    public string? Label { get; init; }

    [Id(9)]
    public WatchProgress? Progress { get; init; }

    [Id(10)]
    public ImmutableArray<ScorePart> Parts { get; init; } = [];
}
