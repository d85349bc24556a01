using System.Collections.Immutable;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Embedded.Writing;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Embedded;

/// <content>Who belongs together.</content>
public sealed partial class EmbeddedPersonalizer
{
    /// <inheritdoc/>
    public Task<Household> GetHouseholdAsync(AccountId account, CancellationToken cancellationToken = default) => ReadAsync(
        () => new Household
        {
            Account = account,
            Profiles = account.Value is null ? [] : [.. _readers.Use(reader => reader.ProfilesOf(account)).Select(MemberOf).OfType<HouseholdMember>()],
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<ProfileMerge> MergeProfilesAsync(ProfileMergeRequest request, CancellationToken cancellationToken = default)
    {
        if (HouseholdRules.Check(request) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
        var (merge, refusal) = await _writer.WriteAsync(new MergeProfiles(request), cancellationToken);
        return merge ?? throw refusal!;
    }

    // Only for newcomers, so that an answer to anybody else costs nothing.
    private ImmutableArray<Sibling> SiblingsOf(ResidentProfile newcomer) => !HouseholdTaste.Concerns(newcomer.Settings, newcomer.State)
        ? []
        :
        [
            .. _readers.Use(reader => reader.ProfilesOf(newcomer.Settings.Account!.Value))
                .Where(id => id != newcomer.Settings.Id)
                .Select(id => _residents.Get(id, profile => _readers.Use(reader => reader.FindProfile(profile))))
                .OfType<ResidentProfile>()
                .Where(sibling => HouseholdTaste.MayBeShared(newcomer.Settings, sibling.Settings))
                .Select(sibling => new Sibling(sibling.Settings, sibling.State)),
        ];

    // Null where it was erased or moved since the list was read.
    private HouseholdMember? MemberOf(ProfileId id) => _residents.Get(id, profile => _readers.Use(reader => reader.FindProfile(profile))) is { } resident
        ? new HouseholdMember { Settings = resident.Settings, LastUsed = resident.State.LastSeen }
        : null;
}
