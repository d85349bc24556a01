using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>
/// Which arm and which group a profile is in: by a hash of its id, the experiment's and the salt, so that every host finds the same without asking anybody, it never
/// changes, and one experiment says nothing about another.
/// </summary>
public static class Assignment
{
    /// <summary>The arm.</summary>
    /// <returns>Its zero-based place; null for a profile that is in none.</returns>
    public static int? ArmOf(Experiment experiment, ProfileId profile)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var at = (Hash(experiment, profile, "arm") >> 11) * (1.0 / (1UL << 53));
        for (var arm = 0; arm < experiment.Arms.Length; arm++)
        {
            at -= experiment.Arms[arm].Share;
            if (at < 0) return arm;
        }

        return null;
    }

    /// <summary>The group, 0 to <see cref="ArmGroup.Count"/> - 1.</summary>
    public static int GroupOf(Experiment experiment, ProfileId profile)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return (int)(Hash(experiment, profile, "group") % ArmGroup.Count);
    }

    // Neither ids nor what they are joined by can be mistaken for another: ids hold no control characters.
    private static ulong Hash(Experiment experiment, ProfileId profile, string purpose) =>
        StableHash64.Of($"{profile.Value}\n{experiment.Id.Value}\n{experiment.Salt ?? experiment.Id.Value}\n{purpose}");
}
