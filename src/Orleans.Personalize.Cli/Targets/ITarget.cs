using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>What a command works on: a data folder opened in this process, or a running service.</summary>
internal interface ITarget : IAsyncDisposable
{
    /// <summary>Whether there is any profile yet.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces titles.</summary>
    Task<ImmutableArray<TitleWriteResult>> PutTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken);

    /// <summary>Adds or changes a profile.</summary>
    Task PutProfileAsync(ProfileSettings settings, CancellationToken cancellationToken);

    /// <summary>Records events.</summary>
    Task<ImmutableArray<EventReceipt>> RecordAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken);

    /// <summary>Everything kept about a profile.</summary>
    Task<ProfileExport> ExportAsync(ProfileId profile, CancellationToken cancellationToken);

    /// <summary>Erases a profile; whether there was something to erase.</summary>
    Task<bool> EraseAsync(ProfileId profile, CancellationToken cancellationToken);
}
