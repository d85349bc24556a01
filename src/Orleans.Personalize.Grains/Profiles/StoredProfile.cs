namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// What is stored of a profile, in forms that any storage serializer carries unchanged. The older events are in the segments of
/// <see cref="ProfileHistory"/>.
/// </summary>
[GenerateSerializer, Alias("op.StoredProfile")]
internal sealed class StoredProfile
{
    /// <summary>The settings as JSON; null where there is no such profile.</summary>
    [Id(0)]
    public string? Settings { get; set; }

    /// <summary>What was learnt, as the engine encodes it.</summary>
    [Id(1)]
    public byte[] Learnt { get; set; } = [];

    /// <summary>The events since the last segment, as lines of JSON in UTF-8.</summary>
    [Id(2)]
    public byte[] Recent { get; set; } = [];

    /// <summary>How many events are in <see cref="Recent"/>.</summary>
    [Id(3)]
    public int RecentCount { get; set; }

    /// <summary>How many events the segments hold; what they hold beyond was never acknowledged there.</summary>
    [Id(4)]
    public long Archived { get; set; }

    /// <summary>Whether an erasure has begun and must be finished.</summary>
    [Id(5)]
    public bool Erasing { get; set; }

    /// <summary>Whether the settings may not be in the directory yet.</summary>
    [Id(6)]
    public bool Unlisted { get; set; }

    /// <summary>The merges by which the profile takes or took over others, as JSON; null where there is none.</summary>
    [Id(7)]
    public string? Merges { get; set; }

    /// <summary>Who is taking over the profile, as JSON; null where nobody is.</summary>
    [Id(8)]
    public string? Claim { get; set; }

    /// <summary>The profile's life as the event log knows it; empty where it never met one.</summary>
    [Id(9)]
    public Guid Life { get; set; }

    /// <summary>How many of its events the event log has.</summary>
    [Id(10)]
    public long Logged { get; set; }
}
