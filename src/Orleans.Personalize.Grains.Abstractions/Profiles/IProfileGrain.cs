using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// The one owner of a profile: its settings, what was learnt of it and every event kept of it. The key is <see cref="GrainKey"/>.
/// </summary>
/// <remarks>
/// All calls interleave. Changes of concurrent calls are put in one queue and written in groups, one write at a time, in the order of
/// arrival; a changing call returns after its group was written. Answers are made from what was written, never from what is being
/// written. When a write fails, every call of its group fails with <see cref="UnavailableException"/> and nothing of it is applied; where
/// the write did reach the storage although it seemed to fail, the same events sent again are duplicates. A repeated event id is
/// recognised among the profile's last 128 events.
/// A <c>catalogVersion</c> is the version of the catalogue that the caller has seen: the answer comes from that one or a later one.
/// </remarks>
[Version(1), Alias("op.IProfileGrain")]
public interface IProfileGrain : IMergingProfile
{
    /// <summary>Records events of this profile.</summary>
    /// <returns>One receipt for each event, in the same order.</returns>
    [AlwaysInterleave, Alias("Record")]
    Task<ImmutableArray<EventReceipt>> RecordAsync([Immutable] ImmutableArray<ProfileEvent> events, long catalogVersion);

    /// <summary>Composes the home page for this moment.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetHome")]
    Task<HomePage> GetHomeAsync(HomeRequest request, long catalogVersion);

    /// <summary>The next rows of a home page.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetRows")]
    Task<HomeRows> GetRowsAsync(HomeRowsRequest request, long catalogVersion);

    /// <summary>Ranks titles as a flat list.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Recommend")]
    Task<RecommendationList> RecommendAsync(RecommendationRequest request, long catalogVersion);

    /// <summary>One title as this profile should see it.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetTitlePage")]
    Task<TitlePage> GetTitlePageAsync(TitleId title, long catalogVersion);

    /// <summary>Titles similar to one, ordered for this profile.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetSimilar")]
    Task<SimilarList> GetSimilarAsync(SimilarRequest request, long catalogVersion);

    /// <summary>Puts a caller's own list in this profile's order.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Rerank")]
    Task<RerankedList> RerankAsync(RerankRequest request, long catalogVersion);

    /// <summary>Composes the home page without a rule and with it.</summary>
    [AlwaysInterleave, ReadOnly, Alias("PreviewRule")]
    Task<RulePreview> PreviewRuleAsync(RulePreviewRequest request);

    /// <summary>Answers a search.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Search")]
    Task<SearchResults> SearchAsync(SearchRequest request, long catalogVersion);

    /// <summary>What the profile should be sent at this moment.</summary>
    [AlwaysInterleave, ReadOnly, Alias("PlanNotifications")]
    Task<NotificationPlan> PlanNotificationsAsync(long catalogVersion);

    /// <summary>Creates the profile or changes its settings.</summary>
    [AlwaysInterleave, Alias("Put")]
    Task PutAsync(ProfileSettings settings);

    /// <summary>Its settings.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetSettings")]
    Task<ProfileSettings> GetSettingsAsync();

    /// <summary>What a household shows of it; null where there is no such profile.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetMember")]
    Task<HouseholdMember?> GetMemberAsync();

    /// <summary>What is set and what was learnt; null where there is no such profile, or its state is damaged.</summary>
    [AlwaysInterleave, ReadOnly, Alias("GetContent")]
    Task<ProfileContent?> GetContentAsync();

    /// <summary>Erases settings, what was learnt and every event kept; goes on where an erasure was cut off.</summary>
    /// <returns>Whether there was something to erase.</returns>
    [AlwaysInterleave, Alias("Erase")]
    Task<bool> EraseAsync();

    /// <summary>Everything kept about it.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Export")]
    Task<ProfileExport> ExportAsync();
}
