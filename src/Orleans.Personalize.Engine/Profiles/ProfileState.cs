using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// All that is remembered of one profile: immutable, bounded (<see cref="MaxEncodedBytes"/>), and the same whoever hosts it.
/// Titles are held by their catalogue numbers. Everything that fades is valued at a moment that the caller names.
/// </summary>
/// <remarks>
/// Two states are equal where they are the same object; what they hold is the same where <see cref="Encode"/> gives the same bytes.
/// </remarks>
public sealed partial record ProfileState
{
    /// <summary>The most that <see cref="Encode"/> ever returns, in bytes.</summary>
    public const int MaxEncodedBytes = 8192;

    /// <summary>Of how many of its latest events a state remembers the ids, to know repeats by.</summary>
    public const int RememberedEvents = ProfileMemory.Events;

    /// <summary>The most entries that <see cref="CopyInteractions"/> and <see cref="CopyVisits"/> ever write.</summary>
    public const int MaxInteractions = ProfileMemory.Interactions;

    /// <summary>The room that <see cref="CopyActivity"/> needs.</summary>
    public const int HoursOfWeek = 7 * 24;

    /// <summary>The most entries that <see cref="CopyThemeTastes"/> ever writes.</summary>
    public const int MaxThemes = ProfileMemory.Themes;

    /// <summary>The most entries that <see cref="CopyFatigue"/> ever writes.</summary>
    public const int MaxFatigued = ProfileMemory.StoredFatigue;

    private ProfileState()
    {
    }

    /// <summary>A profile that did nothing yet.</summary>
    public static ProfileState Empty { get; } = new();

    /// <summary>How many events were applied.</summary>
    public long Revision { get; internal init; }

    /// <summary>How many interactions are remembered, at most <see cref="MaxInteractions"/>.</summary>
    public int InteractionCount => History.Count;

    /// <summary>
    /// What the encoder of <see cref="ModelVersion"/> remembers of all visits but the latest, which may still change: numbers of -1 to 1
    /// in 127ths, sbyte[dimension]; empty where there is none yet.
    /// </summary>
    public ReadOnlySpan<sbyte> PreferenceVector => Vector;

    /// <summary>The model that the preference vector belongs to; null where there is none yet.</summary>
    public string? ModelVersion { get; internal init; }

    /// <summary>Playbacks that can be resumed, the one watched last at the end. What was finished is not among them.</summary>
    public ReadOnlySpan<ResumePoint> InProgress => ResumePoints;

    /// <summary>Thumbs given and not taken back, oldest first.</summary>
    public ReadOnlySpan<GivenThumb> Thumbs => ThumbArray;

    /// <summary>Titles on the profile's list by catalogue number, oldest first.</summary>
    public ReadOnlySpan<int> MyList => MyListArray;

    /// <summary>Titles not to be shown by catalogue number, oldest first.</summary>
    public ReadOnlySpan<int> Hidden => HiddenArray;

    /// <summary>Messages to the profile, oldest first.</summary>
    public ReadOnlySpan<NotificationEntry> Notifications => NotificationArray;

    /// <summary>The latest different searches, newest first, each cut to 48 bytes of UTF-8.</summary>
    public ImmutableArray<string> RecentSearches => Searches.NewestFirst;

    /// <summary>When the profile's latest event happened, those of messages that are sent to it left out; null before the first.</summary>
    public DateTimeOffset? LastSeen => LastSeconds > 0 ? Interaction.Origin.AddSeconds(LastSeconds) : null;

    /// <summary>The profile's offset from UTC at its latest event; null before the first.</summary>
    public TimeSpan? LastOffset => LastSeconds > 0 ? TimeSpan.FromMinutes(OffsetMinutes) : null;

    /// <summary>The screen last used, where known.</summary>
    public DeviceKind? LastDevice { get; internal init; }

    /// <summary>ISO 3166-1 alpha-2 country that the latest event named; null where none did.</summary>
    public string? LastCountry { get; internal init; }

    internal History History { get; init; }

    internal sbyte[] Vector { get; init; } = [];

    internal ResumePoint[] ResumePoints { get; init; } = [];

    internal GivenThumb[] ThumbArray { get; init; } = [];

    internal int[] MyListArray { get; init; } = [];

    internal int[] HiddenArray { get; init; } = [];

    internal DecayedWeights Themes { get; init; }

    internal DecayedWeights Rows { get; init; }

    internal DecayedWeights RowDepths { get; init; }

    internal DecayedWeights FatigueWeights { get; init; }

    internal DecayedWeights ArtworkFeatures { get; init; }

    internal SearchLog Searches { get; init; }

    internal NotificationEntry[] NotificationArray { get; init; } = [];

    /// <summary>Experiments by hash (40 bits, upper) and the profile's arm (8 bits), the first assigned first.</summary>
    internal ulong[] Arms { get; init; } = [];

    internal EventWindow Events { get; init; }

    internal uint LastSeconds { get; init; }

    internal short OffsetMinutes { get; init; }

    /// <summary>Writes the versioned binary form, at most <see cref="MaxEncodedBytes"/> long.</summary>
    public byte[] Encode() => ProfileCodec.Encode(this);

    /// <summary>Reads a form that this or an earlier version wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a form.</exception>
    public static ProfileState Decode(ReadOnlySpan<byte> bytes) => ProfileCodec.Decode(bytes);

    /// <inheritdoc/>
    public bool Equals(ProfileState? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
