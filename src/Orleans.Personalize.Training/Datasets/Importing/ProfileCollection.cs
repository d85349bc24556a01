using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>The profiles of an import, each id once.</summary>
internal sealed class ProfileCollection
{
    private readonly List<ProfileSettings> _profiles = [];
    private readonly HashSet<ProfileId> _ids = [];

    /// <summary>Adds a profile; returns what is wrong with it, or null.</summary>
    public string? Add(ProfileSettings profile)
    {
        if (ProfileSettingsRules.Check(profile) is { } problem)
        {
            return $"{problem.Field}: {problem.Reason}";
        }

        if (!_ids.Add(profile.Id))
        {
            return $"profile '{profile.Id}' is there already";
        }

        _profiles.Add(profile);
        return null;
    }

    /// <summary>Makes sure that there is a profile which only its events speak of.</summary>
    public void Ensure(ProfileId id)
    {
        if (_ids.Add(id))
        {
            var name = $"Profile {id}";
            _profiles.Add(new ProfileSettings { Id = id, Name = name.Length > 100 ? name[..100] : name });
        }
    }

    /// <summary>All profiles in the order in which they came.</summary>
    public ImmutableArray<ProfileSettings> ToImmutable() => [.. _profiles];
}
