using Orleans.Personalize.Engine.Validation;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What the settings of a profile must fulfil.</summary>
public static class ProfileSettingsRules
{
    private const int LongestName = 100;
    private const int LongestLanguage = 35;
    private const int OldestAge = 21;

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
            ?? (settings.Language is null ? null : Values.Text("language", settings.Language, LongestLanguage));
    }
}
