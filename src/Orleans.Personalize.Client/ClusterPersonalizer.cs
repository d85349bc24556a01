using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Catalog;
using Orleans.Personalize.Grains.Households;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Titles;
using Orleans.Personalize.Households;
using Orleans.Personalize.Models;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Client;

/// <summary>
/// <see cref="IPersonalizer"/> of one tenant on an Orleans cluster. Remembers the version of the catalogue that its own changes made, and
/// sends it along, so that whichever silo answers next has seen them.
/// </summary>
internal sealed class ClusterPersonalizer(
    IGrainFactory grains, ClusterCalls calls, IOptions<PersonalizeClientOptions> options, TimeProvider time) : IPersonalizer
{
    private const int TitlesACall = 256;
    private readonly string _tenant = options.Value.Tenant;
    private readonly StandIn _standIn = new(grains, calls, options.Value, time);
    private readonly PageMemory _pages = new(options.Value.RememberedPages, time);
    private long _catalogVersion;

    async Task<ImmutableArray<EventReceipt>> IPersonalizer.RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken)
    {
        if (events.IsDefault)
            throw new InvalidRequestException("events", "is missing");
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var hidden in events.OfType<TitleHidden>())
            _pages.Forget(hidden.Profile);
        var receipts = new EventReceipt[events.Length];
        var places = Enumerable.Range(0, events.Length).ToLookup(i => IsId<ProfileId>(events[i]?.Profile.Value));
        foreach (var place in places[false])
            receipts[place] = WithoutProfile(events[place]);
        await Task.WhenAll(places[true].GroupBy(i => events[i].Profile).Select(async group =>
        {
            int[] at = [.. group];
            ImmutableArray<ProfileEvent> sent = [.. at.Select(i => events[i])];
            var answers = await calls.ChangeAsync(() => ProfileOf(group.Key).RecordAsync(sent, CatalogVersion), cancellationToken);
            for (var i = 0; i < at.Length; i++)
                receipts[at[i]] = answers[i];
        }));
        return ImmutableArray.Create(receipts);
    }

    async Task<HomePage> IPersonalizer.GetHomeAsync(HomeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = await AnswerAsync(
            request.Profile,
            () => ProfileOf(request.Profile).GetHomeAsync(request, CatalogVersion),
            (silo, settings) => silo.GetHomeAsync(settings, request),
            cancellationToken,
            () => _pages.Find(request));
        if (page.Substitute is null)
            _pages.Keep(request, page);
        return page;
    }

    Task<HomeRows> IPersonalizer.GetRowsAsync(HomeRowsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return calls.AskAsync(() => ProfileOf(request.Profile).GetRowsAsync(request, CatalogVersion), cancellationToken);
    }

    Task<RecommendationList> IPersonalizer.RecommendAsync(RecommendationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            request.Profile,
            () => ProfileOf(request.Profile).RecommendAsync(request, CatalogVersion),
            (silo, settings) => silo.RecommendAsync(settings, request),
            cancellationToken);
    }

    Task<TitlePage> IPersonalizer.GetTitlePageAsync(ProfileId profile, TitleId title, CancellationToken cancellationToken) =>
        AnswerAsync(
            profile,
            () => ProfileOf(profile).GetTitlePageAsync(Known(title), CatalogVersion),
            (silo, settings) => silo.GetTitlePageAsync(settings, title),
            cancellationToken);

    Task<SimilarList> IPersonalizer.GetSimilarAsync(SimilarRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Known(request.Title);
        return AnswerAsync(
            request.Profile,
            () => ProfileOf(request.Profile).GetSimilarAsync(request, CatalogVersion),
            (silo, settings) => silo.GetSimilarAsync(settings, request),
            cancellationToken);
    }

    Task<RerankedList> IPersonalizer.RerankAsync(RerankRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return calls.AskAsync(() => ProfileOf(request.Profile).RerankAsync(request, CatalogVersion), cancellationToken);
    }

    Task<SearchResults> IPersonalizer.SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            request.Profile,
            () => ProfileOf(request.Profile).SearchAsync(request, CatalogVersion),
            (silo, settings) => silo.SearchAsync(settings, request),
            cancellationToken);
    }

    Task<NotificationPlan> IPersonalizer.PlanNotificationsAsync(ProfileId profile, CancellationToken cancellationToken) =>
        CallAsync(() => ProfileOf(profile).PlanNotificationsAsync(CatalogVersion), cancellationToken);

    async Task IPersonalizer.PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!IsId<ProfileId>(settings.Id.Value))
            throw new InvalidRequestException("id", IdRules.Reason(ProfileId.MaxLength));
        Forget(settings.Id);
        try
        {
            await calls.ChangeAsync(() => PutAsync(settings), cancellationToken);
        }
        finally
        {
            Forget(settings.Id);
        }
    }

    Task<ProfileSettings> IPersonalizer.GetProfileAsync(ProfileId profile, CancellationToken cancellationToken) =>
        CallAsync(() => ProfileOf(profile).GetSettingsAsync(), cancellationToken);

    async Task<ProfileList> IPersonalizer.ListProfilesAsync(ProfileQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Count is < 1 or > 1000)
            throw new InvalidRequestException("count", "must be 1 to 1000");
        var oneMore = query with { Count = query.Count + 1 };
        var parts = await Task.WhenAll(ProfileDirectory.Keys(_tenant).Select(key =>
            CallAsync(() => grains.GetGrain<IProfileDirectoryGrain>(key).ListAsync(oneMore), cancellationToken)));
        ImmutableArray<ProfileSettings> profiles =
            [.. parts.SelectMany(part => part).OrderBy(profile => profile.Id.Value, StringComparer.Ordinal).Take(oneMore.Count)];
        return profiles.Length > query.Count
            ? new ProfileList { Profiles = profiles[..query.Count], Next = profiles[query.Count - 1].Id }
            : new ProfileList { Profiles = profiles };
    }

    Task<Household> IPersonalizer.GetHouseholdAsync(AccountId account, CancellationToken cancellationToken) =>
        IsId<AccountId>(account.Value)
            ? CallAsync(() => grains.GetGrain<IAccountGrain>(Key(account.Value)).GetAsync(), cancellationToken)
            : Task.FromResult(new Household { Account = account, Profiles = [] });

    Task<ProfileMerge> IPersonalizer.MergeProfilesAsync(ProfileMergeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CallAsync(() => ProfileOf(request.Profile).MergeAsync(request), cancellationToken);
    }

    async Task<bool> IPersonalizer.EraseProfileAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        Forget(profile);
        return IsId<ProfileId>(profile.Value) && await calls.OperateAsync(() => ProfileOf(profile).EraseAsync(), cancellationToken);
    }

    Task<ProfileExport> IPersonalizer.ExportProfileAsync(ProfileId profile, CancellationToken cancellationToken) =>
        CallAsync(() => ProfileOf(profile).ExportAsync(), cancellationToken);

    async Task<ImmutableArray<TitleWriteResult>> IPersonalizer.PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken)
    {
        if (titles.IsDefault)
            throw new InvalidRequestException("titles", "is missing");
        var results = ImmutableArray.CreateBuilder<TitleWriteResult>(titles.Length);
        foreach (var chunk in titles.Chunk(TitlesACall))
        {
            var write = await CallAsync(() => CatalogOf().PutAsync(ImmutableArray.Create(chunk)), cancellationToken);
            SawCatalog(write.Version);
            results.AddRange(write.Results);
        }

        return results.DrainToImmutable();
    }

    Task<Title> IPersonalizer.GetTitleAsync(TitleId title, CancellationToken cancellationToken) =>
        CallAsync(() => grains.GetGrain<ITitleGrain>(Key(Known(title).Value)).GetAsync(CatalogVersion), cancellationToken);

    async Task<bool> IPersonalizer.RemoveTitleAsync(TitleId title, CancellationToken cancellationToken)
    {
        if (!IsId<TitleId>(title.Value))
            return false;
        var write = await CallAsync(() => CatalogOf().RemoveAsync(title), cancellationToken);
        SawCatalog(write.Version);
        return write.Results[0].Accepted;
    }

    Task<ModelInfo> IPersonalizer.GetModelAsync(CancellationToken cancellationToken) =>
        CallAsync(() => grains.GetGrain<ISimilarityGrain>(_tenant).GetModelAsync(), cancellationToken);

    // A profile that is new is on no list yet that says where its account is.
    private async Task PutAsync(ProfileSettings settings)
    {
        if (settings.Account is { } account)
            RequestContext.Set(PlacementHint.Account, account.Value);
        await ProfileOf(settings.Id).PutAsync(settings);
    }

    /// <summary>Asks a profile's grain, and where it cannot be reached in time also any silo in its place.</summary>
    private async Task<T> AnswerAsync<T>(
        ProfileId profile,
        Func<Task<T>> call,
        Func<ISimilarityGrain, ProfileSettings, Task<T>> substitute,
        CancellationToken cancellationToken,
        Func<T?>? earlier = null)
        where T : class
    {
        if (!options.Value.Substitutes)
            return await calls.AskAsync(call, cancellationToken);
        var answer = await calls.AskAsync(
            call,
            () => earlier?.Invoke() is { } kept ? Task.FromResult(kept) : _standIn.AskAsync(profile, substitute, cancellationToken),
            cancellationToken);
        _standIn.Answered(profile);
        return answer;
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => calls.OperateAsync(call, cancellationToken);

    private static bool IsId<TId>(string? value)
        where TId : struct, IId<TId> => IdRules.IsValid(value, TId.MaxLength);

    private static TitleId Known(TitleId title) => IsId<TitleId>(title.Value) ? title : throw new UnknownTitleException(title);

    private static EventReceipt WithoutProfile(ProfileEvent? profileEvent)
    {
        EventId? id = profileEvent?.Id.Value is null ? null : profileEvent.Id;
        return profileEvent is null
            ? new EventReceipt(id, EventOutcome.Rejected, "event", "is missing")
            : new EventReceipt(id, EventOutcome.Rejected, "profile", IdRules.Reason(ProfileId.MaxLength));
    }

    /// <summary>What was remembered of a profile is true no more.</summary>
    private void Forget(ProfileId profile)
    {
        _pages.Forget(profile);
        _standIn.Forget(profile);
    }

    private long CatalogVersion => Interlocked.Read(ref _catalogVersion);

    private void SawCatalog(long version)
    {
        for (var seen = CatalogVersion; seen < version; seen = CatalogVersion)
            Interlocked.CompareExchange(ref _catalogVersion, version, seen);
    }

    private IProfileGrain ProfileOf(ProfileId profile) =>
        IsId<ProfileId>(profile.Value) ? grains.GetGrain<IProfileGrain>(Key(profile.Value)) : throw new UnknownProfileException(profile);

    private ICatalogGrain CatalogOf() => grains.GetGrain<ICatalogGrain>(_tenant);

    private string Key(string id) => new GrainKey(_tenant, id).ToString();
}
