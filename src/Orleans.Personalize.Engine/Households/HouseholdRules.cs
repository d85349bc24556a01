using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Validation;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Households;

/// <summary>What profiles of a household may do with each other.</summary>
public static class HouseholdRules
{
    /// <summary>What is wrong with the name of a merge that another one has.</summary>
    public static Problem AnotherMerge { get; } = new("operation", "names another merge of this profile");

    /// <summary>Looks for what is wrong with a wish to merge profiles, whoever they are.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(ProfileMergeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Values.Id("profile", request.Profile)
            ?? Values.Id("source", request.Source)
            ?? Values.Id("operation", request.Operation)
            ?? (request.Source == request.Profile ? new Problem("source", "must be another profile") : null);
    }

    /// <summary>Looks for what forbids that a profile takes over another.</summary>
    /// <returns>Null where nothing does.</returns>
    public static Problem? CheckMerge(ProfileSettings target, ProfileSettings source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (target.Account != source.Account)
            return new Problem("source", "belongs to another account: transfer it first");
        return target.Kids && !source.Kids ? new Problem("source", "is no child's profile, and the other is") : null;
    }

    /// <summary>Tells one merge from another of the same name, without naming the profile that is gone.</summary>
    public static long FingerprintOf(ProfileMergeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (long)StableHash64.Of($"{request.Profile}/{request.Source}/{request.KeepSource}");
    }
}
