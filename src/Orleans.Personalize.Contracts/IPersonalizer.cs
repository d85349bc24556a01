using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Models;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize;

/// <summary>
/// The personalization service of one tenant. Two hosts implement it, in one process over SQLite and on an Orleans cluster,
/// and both keep the same promises: an accepted event is durable and counts in the very next answer.
/// </summary>
/// <remarks>
/// Every member may be called concurrently. Ids that name nothing raise <see cref="UnknownProfileException"/> or
/// <see cref="UnknownTitleException"/>, values out of range <see cref="InvalidRequestException"/>, and a host that cannot do its work
/// for the moment <see cref="UnavailableException"/>, after which the same call may be made again.
/// </remarks>
public interface IPersonalizer
{
    /// <summary>
    /// Records events, of one or many profiles; returns when all accepted ones are durable. A wrong event, also one of an unknown
    /// profile or title, is rejected by its receipt and does not keep the others back.
    /// </summary>
    /// <returns>One receipt for each event, in the same order.</returns>
    Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Composes the home page of a profile for this moment.</summary>
    Task<HomePage> GetHomeAsync(HomeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// The next rows of a home page, chosen by what was done since: a row scrolled past takes its theme down, one scrolled along brings more of
    /// it. Rows and titles that the page gave are not given again. Asking twice with the same cursor begins twice at the same place.
    /// </summary>
    /// <exception cref="PageGoneException">The page is too old to be continued.</exception>
    Task<HomeRows> GetRowsAsync(HomeRowsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The best titles for a profile as a flat list, without what it has finished.</summary>
    Task<RecommendationList> RecommendAsync(RecommendationRequest request, CancellationToken cancellationToken = default);

    /// <summary>One title as this profile should see it.</summary>
    Task<TitlePage> GetTitlePageAsync(ProfileId profile, TitleId title, CancellationToken cancellationToken = default);

    /// <summary>Titles similar to one, ordered for this profile.</summary>
    Task<SimilarList> GetSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts a caller's own list of titles in a profile's order, and says which of them the profile may not see.</summary>
    Task<RerankedList> RerankAsync(RerankRequest request, CancellationToken cancellationToken = default);

    /// <summary>Titles, and suggestions of what else to search for, for what a profile has typed so far.</summary>
    Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>What the profile should be sent by e-mail or push message at this moment, and all it could be. Sends nothing and changes nothing.</summary>
    Task<NotificationPlan> PlanNotificationsAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Creates a profile or changes its settings; what was learnt stays.</summary>
    Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken = default);

    /// <summary>The settings of a profile.</summary>
    Task<ProfileSettings> GetProfileAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Lists profiles in the ordinal order of their ids.</summary>
    Task<ProfileList> ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The profiles of an account. An account is there where profiles belong to it; it has room for <see cref="Household.MaxProfiles"/>. A profile
    /// moves to another account by its settings and keeps what was learnt.
    /// </summary>
    Task<Household> GetHouseholdAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets one profile take over what another of its household did and what was learnt of it; the other is erased, or kept where that is asked
    /// for. Done once for each <see cref="ProfileMergeRequest.Operation"/>, as a whole or not at all.
    /// </summary>
    /// <exception cref="InvalidRequestException">They do not belong to one account, or the profile is a child's and the other is not.</exception>
    Task<ProfileMerge> MergeProfilesAsync(ProfileMergeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Erases a profile: settings, state and every event kept of it. Erasing what is not there is no error.</summary>
    /// <returns>Whether there was something to erase.</returns>
    Task<bool> EraseProfileAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Everything kept about a profile.</summary>
    Task<ProfileExport> ExportProfileAsync(ProfileId profile, CancellationToken cancellationToken = default);

    /// <summary>Adds titles or replaces them whole; returns when the accepted ones are durable. The last of two with the same id stays.</summary>
    /// <returns>One result for each title, in the same order.</returns>
    Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken = default);

    /// <summary>What the catalogue knows of a title.</summary>
    Task<Title> GetTitleAsync(TitleId title, CancellationToken cancellationToken = default);

    /// <summary>Takes a title out of the catalogue: it is shown no more. Removing what is not there is no error.</summary>
    /// <returns>Whether there was such a title.</returns>
    Task<bool> RemoveTitleAsync(TitleId title, CancellationToken cancellationToken = default);

    /// <summary>The model that answers now.</summary>
    Task<ModelInfo> GetModelAsync(CancellationToken cancellationToken = default);
}
