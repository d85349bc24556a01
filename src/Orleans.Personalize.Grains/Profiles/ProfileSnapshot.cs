using System.Collections.Immutable;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>A profile at one point of its life, as its grain holds it in memory.</summary>
internal sealed record ProfileSnapshot
{
    /// <summary>No such profile.</summary>
    public static ProfileSnapshot None { get; } = new();

    /// <summary>Null where there is no such profile.</summary>
    public ProfileSettings? Settings { get; init; }

    /// <summary>What was learnt.</summary>
    public ProfileState Learnt { get; init; } = ProfileState.Empty;

    /// <summary>Whether what was learnt cannot be read; such a profile can only be erased.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>The stored events since the last segment.</summary>
    public EventLines Recent { get; init; } = EventLines.Empty;

    /// <summary>How many events the segments hold.</summary>
    public long Archived { get; init; }

    /// <summary>Its life, from its creation to its erasure, as the event log knows it; empty where it never met one.</summary>
    public Guid Life { get; init; }

    /// <summary>How many of the stored events the event log has.</summary>
    public long Logged { get; init; }

    /// <summary>How many events are stored.</summary>
    public long Stored => Archived + Recent.Count;

    /// <summary>Whether an erasure has begun.</summary>
    public bool Erasing { get; init; }

    /// <summary>Whether the directory is to be told of the settings.</summary>
    public bool Unlisted { get; init; }

    /// <summary>The merges by which this profile takes or took over others, the latest last.</summary>
    public ImmutableArray<MergeRecord> Merges { get; init; } = [];

    /// <summary>Who is taking over this profile, which takes no changes then; null where nobody is.</summary>
    public MergeClaim? Claim { get; init; }

    /// <summary>Accepted events that are not stored yet.</summary>
    public ImmutableArray<ProfileEvent> Accepted { get; init; } = [];

    /// <summary>What the accepted events mean for titles.</summary>
    public ImmutableArray<TitleOutcome> Outcomes { get; init; } = [];

    /// <summary>What the accepted events count for in experiments.</summary>
    public ImmutableArray<(ArmGroup Group, ArmCounts Counts)> Tried { get; init; } = [];
}
