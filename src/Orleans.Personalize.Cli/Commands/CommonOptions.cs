using System.CommandLine;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public const int DefaultSeed = 42;

    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "The data folder.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
        HelpName = "DIR",
    };

    public static Option<Uri?> To() => new("--to")
    {
        Description = "Work on the running service at this address instead of on the data folder, for example http://localhost:5080.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError($"--to: '{result.Tokens[0].Value}' is not an http or https address");
            return null;
        },
    };

    public static Option<string?> ApiKey() => new("--api-key") { Description = "With --to: the key that the service wants.", HelpName = "KEY" };

    public static Argument<ProfileId> Profile() => new("profile")
    {
        Description = "The profile, by its id.",
        CustomParser = result =>
        {
            if (ProfileId.TryParse(result.Tokens[0].Value, null, out var profile))
                return profile;
            result.AddError($"profile: {IdRules.Reason(ProfileId.MaxLength)}");
            return default;
        },
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of tables." };

    public static Option<DirectoryInfo> Dataset() => new Option<DirectoryInfo>("--dataset")
    {
        Description = "The dataset's folder.",
        HelpName = "DIR",
        Required = true,
    }.AcceptExistingOnly();

    public static Option<bool> Strict() => new("--strict") { Description = "Stop at the first line that cannot be read, and change nothing." };

    public static Option<int> Seed() => new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => DefaultSeed };

    public static Option<Activation> Activate() => new("--activate")
    {
        Description = "When to put the model in service: if-better (it is not worse on held-out events), always, never.",
        DefaultValueFactory = _ => Activation.IfBetter,
        CustomParser = result =>
        {
            if (Enum.TryParse<Activation>(result.Tokens[0].Value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
                return chosen;
            result.AddError($"--activate: '{result.Tokens[0].Value}' is not if-better, always or never");
            return default;
        },
        HelpName = "if-better|always|never",
    };

    public static Option<int> Keep() => new("--keep")
    {
        Description = "How many models stay in the folder, the one in service and the one before among them.",
        DefaultValueFactory = _ => ModelStore.UsualKept,
    };

    public static Option<bool> IfEmpty() => new("--if-empty") { Description = "Do nothing where there are profiles already." };

    public static Option<int> Wait() => new("--wait") { Description = "With --to: wait so many seconds for the service to be ready.", HelpName = "SECONDS" };

    public static Option<bool> Train() => new("--train") { Description = "Train a model afterwards and put it in service." };
}
