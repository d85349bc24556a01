using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Tests.for_ProfileSettingsRules;

public sealed class ProfileSettingsRulesFacts
{
    private static readonly NotificationSettings Reachable = new()
    {
        Email = "mara+tv@mail.example.com",
        PushToken = "fcm:abc",
        QuietFromHour = 21,
        QuietUntilHour = 7,
        OptOuts = [new NotificationOptOut { Channel = NotificationChannel.Email, Kind = NotificationKind.Digest }, new NotificationOptOut()],
    };

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
        { "notifications.email", With(Reachable with { Email = "mara" }) },
        { "notifications.email", With(Reachable with { Email = "Mara <mara@example.com>" }) },
        { "notifications.email", With(Reachable with { Email = "mara@example.com\r\nBcc: all@example.com" }) },
        { "notifications.email", With(Reachable with { Email = $"{new string('m', 250)}@example.com" }) },
        { "notifications.pushToken", With(Reachable with { PushToken = "" }) },
        { "notifications.pushToken", With(Reachable with { PushToken = "a\nb" }) },
        { "notifications.quietFromHour", With(Reachable with { QuietFromHour = 24 }) },
        { "notifications.quietUntilHour", With(Reachable with { QuietUntilHour = null }) },
        { "notifications.optOuts", With(Reachable with { OptOuts = default }) },
        { "notifications.optOuts[0].kind", With(Reachable with { OptOuts = [new NotificationOptOut { Kind = (NotificationKind)8 }] }) },
    };

    [Theory]
    [MemberData(nameof(WrongSettings), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_named_by_its_property(string field, ProfileSettings wrong) =>
        Assert.Equal(field, ProfileSettingsRules.Check(wrong)?.Field);

    [Fact]
    public void Good_settings_have_no_problem()
    {
        Assert.Null(ProfileSettingsRules.Check(Good));
        Assert.Null(ProfileSettingsRules.Check(With(Reachable)));
        Assert.Null(ProfileSettingsRules.Check(new ProfileSettings { Id = new ProfileId("p"), Name = "P" }));
    }

    private static ProfileSettings With(NotificationSettings notifications) => Good with { Notifications = notifications };
}
