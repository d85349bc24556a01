using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Client;

/// <summary>Answers in the place of a profile whose grain cannot be reached: any silo can, from what it shares between all profiles.</summary>
/// <param name="grains">Reaches the cluster.</param>
/// <param name="calls">Makes calls with deadlines.</param>
/// <param name="options">Whose profiles, and for how long to wait.</param>
internal sealed class StandIn(IGrainFactory grains, ClusterCalls calls, PersonalizeClientOptions options)
{
    /// <summary>Asks any silo for a substitute.</summary>
    /// <param name="profile">For whom.</param>
    /// <param name="substitute">Asks the silo, with the profile's settings.</param>
    /// <param name="cancellationToken">The caller does not wait any more.</param>
    /// <exception cref="UnavailableException">Nobody answers in time.</exception>
    public async Task<T> AskAsync<T>(ProfileId profile, Func<ISimilarityGrain, ProfileSettings, Task<T>> substitute, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(profile, cancellationToken);
        return await calls.AskAsync(() => substitute(grains.GetGrain<ISimilarityGrain>(options.Tenant), settings), cancellationToken);
    }

    /// <summary>Its settings from the list of profiles; where that cannot be reached either, those of a child, who may see nothing that somebody may not.</summary>
    private async Task<ProfileSettings> SettingsAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        try
        {
            var directory = grains.GetGrain<IProfileDirectoryGrain>(ProfileDirectory.KeyOf(options.Tenant, profile));
            return await directory.FindAsync(profile).WaitAsync(options.AnswerDeadline / 4, cancellationToken) ?? throw new UnknownProfileException(profile);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && (ClusterCalls.IsOfTheMoment(error) || error is UnavailableException))
        {
            return new ProfileSettings { Id = profile, Name = "?", Kids = true, MaturityLimit = 0 };
        }
    }
}
