using System.Collections.Immutable;

namespace Orleans.Personalize.Profiles;

/// <summary>What was learnt of a profile, in readable form.</summary>
[GenerateSerializer, Immutable, Alias("op.LearntTaste")]
public sealed record LearntTaste
{
    /// <summary>Liked (positive) and disliked (negative) genres, tags and people, strongest first.</summary>
    [Id(0)]
    public ImmutableArray<TasteEntry> Themes { get; init; } = [];

    /// <summary>Thumbs given.</summary>
    [Id(1)]
    public ImmutableArray<TitleThumb> Thumbs { get; init; } = [];

    /// <summary>The profile's list, newest first.</summary>
    [Id(2)]
    public ImmutableArray<TitleId> MyList { get; init; } = [];

    /// <summary>Titles not to be shown.</summary>
    [Id(3)]
    public ImmutableArray<TitleId> Hidden { get; init; } = [];

    /// <summary>Playbacks that can be resumed, newest first.</summary>
    [Id(4)]
    public ImmutableArray<WatchProgress> InProgress { get; init; } = [];

    /// <summary>Recent interactions, newest first.</summary>
    [Id(5)]
    public ImmutableArray<RecentInteraction> Recent { get; init; } = [];

    /// <summary>Recent searches, newest first.</summary>
    [Id(6)]
    public ImmutableArray<string> RecentSearches { get; init; } = [];

    /// <summary>float[dimension] in the space of the model named beside it.</summary>
    [Id(7)]
    public ImmutableArray<float> PreferenceVector { get; init; } = [];

    /// <summary>The model the preference vector belongs to.</summary>
    [Id(8)]
    public string? ModelVersion { get; init; }
}
