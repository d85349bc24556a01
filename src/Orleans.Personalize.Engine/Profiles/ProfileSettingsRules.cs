using System.Collections.Immutable;
using System.Net.Mail;
using Orleans.Personalize.Engine.Validation;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What the settings of a profile must fulfil.</summary>
public static class ProfileSettingsRules
{
    private const int LongestName = 100;
    private const int LongestLanguage = 35;
    private const int OldestAge = 21;
    private const int LongestAddress = 254;
    private const int LongestToken = 4096;
    private const int LastHour = 23;
    private const string NotInAddresses = "<>()[]\\,;:\"";

    /// <summary>Looks for what is wrong with settings.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(ProfileSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Values.Id("id", settings.Id)
            ?? Values.Id("account", settings.Account)
            ?? Values.Text("name", settings.Name, LongestName)
            ?? Values.Whole("maturityLimit", settings.MaturityLimit, 0, OldestAge)
            ?? Values.Country("country", settings.Country)
            ?? (settings.Language is null ? null : Values.Text("language", settings.Language, LongestLanguage))
            ?? (settings.Notifications is null ? null : CheckNotifications(settings.Notifications));
    }

    private static Problem? CheckNotifications(NotificationSettings settings)
    {
        const string field = "notifications";
        if (settings.Email is { } email && !IsAddress(email))
            return new Problem($"{field}.email", "must be an e-mail address such as mara@example.com");
        if (settings.PushToken is { } token && ((Values.Text($"{field}.pushToken", token, LongestToken) is not null) || token.Any(char.IsControl)))
            return new Problem($"{field}.pushToken", $"must be 1 to {LongestToken} characters, none of them a control character");
        return Values.Whole($"{field}.quietFromHour", settings.QuietFromHour, 0, LastHour)
            ?? Values.Whole($"{field}.quietUntilHour", settings.QuietUntilHour, 0, LastHour)
            ?? ((settings.QuietFromHour is null) == (settings.QuietUntilHour is null) ? null : new Problem($"{field}.quietUntilHour", "must be given with quietFromHour, and only with it"))
            ?? Values.Many($"{field}.optOuts", settings.OptOuts, NotificationSettings.MaxOptOuts)
            ?? CheckOptOuts($"{field}.optOuts", settings.OptOuts);
    }

    private static Problem? CheckOptOuts(string field, ImmutableArray<NotificationOptOut> optOuts)
    {
        for (var i = 0; i < optOuts.Length; i++)
        {
            if (optOuts[i] is not { } optOut)
                return Values.Required($"{field}[{i}]");
            if ((optOut.Channel is { } channel ? Values.Named($"{field}[{i}].channel", channel) : null) is { } problem)
                return problem;
            if ((optOut.Kind is { } kind ? Values.Named($"{field}[{i}].kind", kind) : null) is { } wrong)
                return wrong;
        }

        return null;
    }

    // Just an address, without a name beside it: what is written here becomes a line of a message's head.
    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress
        && !text.AsSpan().ContainsAny(NotInAddresses)
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal);
}
