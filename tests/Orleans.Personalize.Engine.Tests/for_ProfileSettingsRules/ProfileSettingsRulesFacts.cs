using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Tests.for_ProfileSettingsRules;

public sealed class ProfileSettingsRulesFacts
{
    private static readonly ProfileSettings Good = new() { Id = new ProfileId("p"), Name = "Mara", Country = "DE", Language = "de-AT" };

    public static TheoryData<string, ProfileSettings> WrongSettings { get; } = new()
    {
        { "id", Good with { Id = default } },
        { "id", Good with { Id = new ProfileId("a/b") } },
        { "account", Good with { Account = default(AccountId) } },
        { "name", Good with { Name = "" } },
        { "name", Good with { Name = new string('n', 101) } },
        { "maturityLimit", Good with { MaturityLimit = -1 } },
        { "maturityLimit", Good with { MaturityLimit = 22 } },
        { "country", Good with { Country = "de" } },
        { "language", Good with { Language = "" } },
        { "language", Good with { Language = new string('l', 36) } },
    };

    [Theory]
    [MemberData(nameof(WrongSettings), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_named_by_its_property(string field, ProfileSettings wrong) =>
        Assert.Equal(field, ProfileSettingsRules.Check(wrong)?.Field);

    [Fact]
    public void Good_settings_have_no_problem()
    {
        Assert.Null(ProfileSettingsRules.Check(Good));
        Assert.Null(ProfileSettingsRules.Check(new ProfileSettings { Id = new ProfileId("p"), Name = "P" }));
    }
}
