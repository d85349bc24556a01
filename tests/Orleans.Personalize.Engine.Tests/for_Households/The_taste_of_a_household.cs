using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_Households;

public sealed class The_taste_of_a_household
{
    private static readonly AccountId Account = new("the-millers");

    // The country watches comedies most, and of the rest something of everything; horror is for grown-ups.
    private readonly TestWorld _world = new(
        TestWorld.Films(40, "Drama", "Comedy", "Horror", "Western", "Crime")
            .Select(title => title.Genres[0] == "Horror" ? title with { MaturityAge = 16 } : title));

    public The_taste_of_a_household() => _world.LetTrend(
    [
        .. Enumerable.Range(1, 40).Select(i => $"comedy-{i}"),
        .. Enumerable.Range(13, 28).SelectMany(i => new[] { $"drama-{i}", $"crime-{i}", $"western-{i}", $"horror-{i}" }),
    ]);

    [Fact]
    public void A_newcomer_s_first_page_is_nearer_to_it_than_that_of_a_stranger()
    {
        var stranger = NewProfile("Ines").Home();
        var newcomer = Newcomer(Lover("Mara", "western"), Lover("Otto", "western")).Home();

        Assert.True(
            ShareOf("western", newcomer) > 1.5 * ShareOf("western", stranger), $"{ShareOf("western", newcomer)} and {ShareOf("western", stranger)}");
        Assert.NotEqual(0, ShareOf("comedy", newcomer));
    }

    [Fact]
    public void It_fades_with_what_the_newcomer_does_and_is_gone_after_ten_titles()
    {
        var alone = NewProfile("Ines");
        var newcomer = Newcomer(Lover("Mara", "western"));
        var before = StrengthIn(newcomer.Home(explain: true));

        foreach (var profile in new[] { alone, newcomer })
            profile.Completed([.. Enumerable.Range(1, 5).Select(i => $"crime-{i}")]);
        var between = StrengthIn(newcomer.Home(explain: true));
        Assert.True(HouseholdTaste.Concerns(newcomer.Settings, newcomer.State));
        foreach (var profile in new[] { alone, newcomer })
            profile.Completed([.. Enumerable.Range(6, 5).Select(i => $"crime-{i}")]);

        Assert.True(before > 1);
        Assert.Equal(before / 2, between, 0.1);
        Assert.False(HouseholdTaste.Concerns(newcomer.Settings, newcomer.State));
        Assert.Equal(alone.Home().Titles(), newcomer.Home().Titles());
    }

    [Fact]
    public void A_child_does_not_begin_with_what_grown_ups_like_nor_they_with_what_it_likes()
    {
        var child = Newcomer(Lover("Mara", "western"));
        child.Settings = child.Settings with { Kids = true };
        var other = NewProfile("Ines");
        other.Settings = other.Settings with { Kids = true };
        var adult = Newcomer(Lover("Mara", "western", kids: true));

        Assert.Equal(other.Home().Titles(), child.Home().Titles());
        Assert.Equal(NewProfile("Ines").Home().Titles(), adult.Home().Titles());
        Assert.True(HouseholdTaste.MayBeShared(child.Settings, Lover("Otto", "western", kids: true).Settings));
    }

    [Fact]
    public void What_the_newcomer_may_not_see_teaches_nothing_and_never_appears()
    {
        var teen = Newcomer(Lover("Mara", "horror"));
        teen.Settings = teen.Settings with { MaturityLimit = 12 };
        var other = NewProfile("Ines");
        other.Settings = other.Settings with { MaturityLimit = 12 };

        Assert.Equal(other.Home().Titles(), teen.Home().Titles());
        Assert.DoesNotContain(teen.Home().Titles(), title => title.Value.StartsWith("horror", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void It_can_be_turned_off_on_either_side(bool newcomerShares, bool siblingShares)
    {
        var sibling = Lover("Mara", "western");
        var newcomer = Newcomer(sibling with { Settings = sibling.Settings with { SharesTaste = siblingShares } });
        newcomer.Settings = newcomer.Settings with { SharesTaste = newcomerShares };

        Assert.Equal(NewProfile("Ines").Home().Titles(), newcomer.Home().Titles());
    }

    [Fact]
    public void Strangers_that_a_host_hands_over_by_mistake_teach_nothing()
    {
        var stranger = Lover("Mara", "western");
        var newcomer = Newcomer(stranger with { Settings = stranger.Settings with { Account = new AccountId("others") } });

        Assert.Equal(NewProfile("Ines").Home().Titles(), newcomer.Home().Titles());
    }

    [Fact]
    public void No_reason_names_a_title_or_theme_by_what_a_sibling_did()
    {
        var newcomer = Newcomer(Lover("Mara", "western"));
        var page = newcomer.Home();
        var reasons = page.Rows.Select(row => row.Reason).Concat(page.Rows.SelectMany(row => row.Cards).Select(card => card.Reason)).ToList();

        Assert.DoesNotContain(reasons, reason => reason.Kind is ReasonKind.LikedTheme or ReasonKind.LikeTitle or ReasonKind.Next or ReasonKind.Context);
        Assert.Equal("What most people like, chosen to suit your household", page.Row(RowKind.TopPicks)!.Reason.Text);
        Assert.All(newcomer.Home(explain: true).Rows[0].Cards, card => Assert.Contains(card.Parts, part => part.Part == "household"));
    }

    private TestProfile NewProfile(string name) => new(_world, name);

    private TestProfile Newcomer(params Sibling[] siblings)
    {
        var profile = new TestProfile(_world, "Ines") { Siblings = [.. siblings] };
        profile.Settings = profile.Settings with { Account = Account };
        return profile;
    }

    private Sibling Lover(string name, string genre, bool kids = false)
    {
        var profile = NewProfile(name).Completed([.. Enumerable.Range(1, 12).Select(i => $"{genre}-{i}")]).Thumbed(Thumb.Up, $"{genre}-1");
        return new Sibling(profile.Settings with { Account = Account, Kids = kids }, profile.State);
    }

    // The share of the titles of the first screen.
    private static double ShareOf(string genre, HomePage page) =>
        page.Rows.Take(4).SelectMany(row => row.Cards.Take(5)).Average(card => card.Title.Value.StartsWith(genre, StringComparison.Ordinal) ? 1.0 : 0);

    // How much the household moves the title that it moves most.
    private static double StrengthIn(HomePage page) =>
        page.Rows.SelectMany(row => row.Cards).Max(card => card.Parts.Single(part => part.Part == "household").Value);
}
