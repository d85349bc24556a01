using System.Collections.Immutable;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>A data folder, opened in this process; no service may be running on it.</summary>
internal sealed class FolderTarget(EmbeddedPersonalizer personalizer) : ITarget
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        personalizer.GetStatus().Titles == 0
        && (await personalizer.ListProfilesAsync(new ProfileQuery { Count = 1 }, cancellationToken)).Profiles.IsEmpty;

    public Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken) =>
        personalizer.PutTitlesAsync(titles, cancellationToken);

    public Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken) => personalizer.PutProfileAsync(settings, cancellationToken);

    public Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken) =>
        personalizer.RecordAsync(events, cancellationToken);

    public Task<ProfileExport> ExportAsync(ProfileId profile, CancellationToken cancellationToken) =>
        personalizer.ExportProfileAsync(profile, cancellationToken);

    public Task<bool> EraseAsync(ProfileId profile, CancellationToken cancellationToken) => personalizer.EraseProfileAsync(profile, cancellationToken);

    public ValueTask DisposeAsync() => personalizer.DisposeAsync();
}
