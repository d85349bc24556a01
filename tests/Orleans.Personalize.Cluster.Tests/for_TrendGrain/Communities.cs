using Orleans.Personalize.Conformance;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_TrendGrain;

/// <summary>
/// What taste communities choose is counted on the silo of each profile and handed over. The model here ranks by nothing else, and knows two communities: one that likes
/// comedies, one that likes thrillers, neither of which is known to like any drama.
/// </summary>
public sealed class Communities : ClusterFacts
{
    private const int Members = 12;
    private static readonly TitleId OfComedy = SampleCatalog.Film("drama", 1);
    private static readonly TitleId OfThriller = SampleCatalog.Film("drama", 2);

    protected override short Silos => 3;

    [Fact]
    public async Task What_a_community_plays_now_rises_for_its_members_on_every_silo()
    {
        await Cluster.NewModelClient().ActivateModelAsync(Publish());
        await Cluster.SettleAsync();
        var (laughing, shivering) = (await JoinAsync("comedy"), await JoinAsync("thriller"));
        Assert.True(await SilosOfAsync(laughing[..(Members / 2)]) > 1);
        Assert.True(await SilosOfAsync(laughing[(Members / 2)..]) > 1);
        var before = await LiftsAsync(laughing[^1]);
        Assert.Equal((0, 0), before);

        // One half of each community plays, the other is asked.
        foreach (var member in laughing[..(Members / 2)])
            await PlayAsync(member, OfComedy);
        foreach (var member in shivering[..(Members / 2)])
            await PlayAsync(member, OfThriller);
        await Cluster.SettleAsync();

        var comedy = await Task.WhenAll(laughing[(Members / 2)..].Select(LiftsAsync));
        var thriller = await Task.WhenAll(shivering[(Members / 2)..].Select(LiftsAsync));
        Assert.All(comedy, lifts => Assert.True(lifts.OfComedy > 0 && lifts.OfThriller < 0, $"{lifts}"));
        Assert.All(thriller, lifts => Assert.True(lifts.OfComedy < 0 && lifts.OfThriller > 0, $"{lifts}"));

        // All of one taste, and every silo knows all that was played: whoever answers says the same.
        Assert.Single(comedy.Distinct());
        Assert.Single(thriller.Distinct());
    }

    private async Task<ProfileId[]> JoinAsync(string genre)
    {
        ProfileId[] members = [.. Enumerable.Range(0, Members).Select(i => new ProfileId($"{genre}-{i}"))];
        foreach (var member in members)
        {
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = member, Name = "Member" });
            for (var film = 1; film <= 4; film++)
                await PlayAsync(member, SampleCatalog.Film(genre, film));
        }

        return members;
    }

    private Task PlayAsync(ProfileId member, TitleId title) => RecordAsync(new EventMaker(member, Time).Completed(title));

    /// <summary>How much a member's communities choose the two dramas more than everybody.</summary>
    private async Task<(double OfComedy, double OfThriller)> LiftsAsync(ProfileId member)
    {
        var list = await Personalizer.RecommendAsync(new RecommendationRequest { Profile = member, Count = 100, Explain = true });
        return (LiftOf(OfComedy), LiftOf(OfThriller));

        double LiftOf(TitleId title) => Math.Round(list.Cards.Single(card => card.Title == title).Parts.Single(part => part.Part == "community").Value, 3);
    }

    private async Task<int> SilosOfAsync(ProfileId[] profiles)
    {
        var management = Cluster.Cluster.Client.GetGrain<IManagementGrain>(0);
        var silos = await Task.WhenAll(profiles.Select(async profile => await management.GetActivationAddress(Cluster.Grain<IProfileGrain>("default", profile.Value))));
        return silos.Distinct().Count();
    }

    private string Publish()
    {
        TitleId[] titles = [.. SampleCatalog.Titles.Select(title => title.Id)];
        var parts = BlendWeights.Unlearnt.Base.Length;
        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with
            {
                Communities = [new ModelCommunity("laughing", 0.5, 50), new ModelCommunity("shivering", 0.5, 50)],
                Blend = BlendWeights.Constant([.. new float[parts - 1], 1f]),
            },
            Titles = [.. titles],
            Popularity = new float[titles.Length],
            Quality = new float[titles.Length],
            CommunityLifts = (Half[])[.. titles.Select(title => Lift(title, "comedy", "thriller")), .. titles.Select(title => Lift(title, "thriller", "comedy"))],
        };
        return new ModelStore(Path.Combine(Folder.Path, "models")).Add(stream => PersonalizationModel.Write(content, stream));
    }

    private static Half Lift(TitleId title, string liked, string notLiked) =>
        title.Value.StartsWith(liked, StringComparison.Ordinal) ? (Half)1.4 : title.Value.StartsWith(notLiked, StringComparison.Ordinal) ? (Half)(-1.4) : default;
}
