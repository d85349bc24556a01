using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Client;

/// <summary>Answers in the place of a profile whose grain cannot be reached: any silo can, from what it shares between all profiles.</summary>
/// <param name="grains">Reaches the cluster.</param>
/// <param name="calls">Makes calls with deadlines.</param>
/// <param name="options">Whose profiles, and for how long to wait.</param>
/// <param name="time">Says how old remembered settings are.</param>
internal sealed class StandIn(IGrainFactory grains, ClusterCalls calls, PersonalizeClientOptions options, TimeProvider time)
{
    private readonly SettingsMemory _memory = new(options.RememberedSettings, profile => ListOf(grains, options, profile).FindAsync(profile), time);

    /// <summary>A profile was answered: its settings are remembered for the time when it cannot be.</summary>
    public void Answered(ProfileId profile) => _memory.Answered(profile);

    /// <summary>A profile is being changed or erased.</summary>
    public void Forget(ProfileId profile) => _memory.Forget(profile);

    /// <summary>Asks any silo for a substitute.</summary>
    /// <param name="profile">For whom.</param>
    /// <param name="substitute">Asks the silo, with the profile's settings.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    /// <exception cref="UnavailableException">Nobody answers in time.</exception>
    public async Task<T> AskAsync<T>(ProfileId profile, Func<ISimilarityGrain, ProfileSettings, Task<T>> substitute, CancellationToken cancellationToken)
    {
        var known = await FindSettingsAsync(profile, cancellationToken);

        // A child's settings, where its own are not known: who may see nothing that somebody may not.
        var settings = known ?? new ProfileSettings { Id = profile, Name = "?", Kids = true, MaturityLimit = 0 };
        try
        {
            return await calls.AskAsync(() => substitute(grains.GetGrain<ISimilarityGrain>(options.Tenant), settings), cancellationToken);
        }
        catch (UnknownTitleException error) when (known is null)
        {
            throw new UnavailableException("the cluster cannot say for the moment whether this profile may see the title", error);
        }
    }

    /// <summary>Its settings from the list of profiles, or as remembered where that cannot be reached; null where they are not known either.</summary>
    /// <exception cref="UnknownProfileException">It is not on the list.</exception>
    private async Task<ProfileSettings?> FindSettingsAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        try
        {
            return await ListOf(grains, options, profile).FindAsync(profile).WaitAsync(options.AnswerDeadline / 2, cancellationToken)
                ?? throw new UnknownProfileException(profile);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && (ClusterCalls.IsOfTheMoment(error) || error is UnavailableException))
        {
            return _memory.Find(profile);
        }
    }

    private static IProfileDirectoryGrain ListOf(IGrainFactory grains, PersonalizeClientOptions options, ProfileId profile) =>
        grains.GetGrain<IProfileDirectoryGrain>(ProfileDirectory.KeyOf(options.Tenant, profile));
}
