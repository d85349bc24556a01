using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// The live, decayed counts that a title owns: plays, and what is played next after it (bounded). Immutable; each outcome makes a new one.
/// Outcomes may come in any order.
/// </summary>
public sealed class TitleStatistics
{
    /// <summary>The most titles that <see cref="PlayNextAt"/> returns; past it, the one played least and longest ago is forgotten.</summary>
    public const int MaxNext = 64;

    private const byte FirstVersion = 1;
    private const byte VersionWithoutOccasions = 2;
    private const byte VersionWithoutCommunities = 3;
    private const byte Version = 4;
    private const int MaxCountries = 16;
    private const int MaxCommunities = 8;
    private const int BufferBytes = 1280;

    // A thousand plays in one outcome are a mistake; they must not drown all others.
    private const float MaxWeight = 1000;

    // 3 hours; what is watched this moment.
    private const uint HoursHalfLife = 3 * 3600;

    // 12 hours; what is watched now.
    private const uint TrendHalfLife = 12 * 3600;

    // 2 days; what is watched these days.
    private const uint DaysHalfLife = 2 * 24 * 3600;

    // 14 days; what is watched these weeks.
    private const uint PopularityHalfLife = 14 * 24 * 3600;

    // 60 days; what follows what changes slowly, and so does what is watched by and by.
    private const uint NextHalfLife = 60 * 24 * 3600;

    private DecayedCount _hours;
    private DecayedCount _trend;
    private DecayedCount _days;
    private DecayedCount _popularity;
    private DecayedCount _lasting;

    // Seconds since the origin of the earliest play, less one; 0 for none.
    private uint _firstPlay;
    private DecayedCounts _countries;
    private DecayedCounts _next;
    private DecayedCounts _occasions;
    private DecayedCounts _communities;

    private TitleStatistics()
    {
    }

    private TitleStatistics(TitleStatistics other)
    {
        _hours = other._hours;
        _trend = other._trend;
        _days = other._days;
        _popularity = other._popularity;
        _lasting = other._lasting;
        _firstPlay = other._firstPlay;
        _countries = other._countries;
        _next = other._next;
        _occasions = other._occasions;
        _communities = other._communities;
    }

    /// <summary>No counts yet.</summary>
    public static TitleStatistics Empty { get; } = new();

    /// <summary>Takes one outcome in.</summary>
    /// <returns>The statistics themselves where the outcome is of a kind that is not counted, or of no weight.</returns>
    public TitleStatistics Apply(in TitleOutcome outcome)
    {
        if (!float.IsFinite(outcome.Weight) || outcome.Weight <= 0)
            return this;
        var seconds = Interaction.ToSeconds(outcome.Time);
        var weight = Math.Min(outcome.Weight, MaxWeight);
        return outcome.Kind switch
        {
            TitleOutcomeKind.Played => WithPlay(weight, seconds, outcome),
            TitleOutcomeKind.PlayedNext when outcome.Next is >= 0 and < Catalog.MaxCount => new TitleStatistics(this)
            {
                _next = _next.Add(outcome.Next, weight, seconds, NextHalfLife, MaxNext),
            },
            _ => this,
        };
    }

    /// <summary>Plays with a half-life of 3 hours, valued at <paramref name="now"/>.</summary>
    public float PlaysOfHoursAt(DateTimeOffset now) => (float)_hours.ValueAt(Interaction.ToSeconds(now), HoursHalfLife);

    /// <summary>Plays with a half-life of 2 days, valued at <paramref name="now"/>.</summary>
    public float PlaysOfDaysAt(DateTimeOffset now) => (float)_days.ValueAt(Interaction.ToSeconds(now), DaysHalfLife);

    /// <summary>Plays with a half-life of 60 days, valued at <paramref name="now"/>.</summary>
    public float LastingPlaysAt(DateTimeOffset now) => (float)_lasting.ValueAt(Interaction.ToSeconds(now), NextHalfLife);

    /// <summary>When it was played first, in seconds since <see cref="Interaction.Origin"/>; null where it never was.</summary>
    public uint? FirstPlaySeconds => _firstPlay == 0 ? null : _firstPlay - 1;

    /// <summary>Plays with a half-life of 12 hours, valued at <paramref name="now"/>: the trend.</summary>
    public float PlaysAt(DateTimeOffset now) => (float)_trend.ValueAt(Interaction.ToSeconds(now), TrendHalfLife);

    /// <summary>Plays with a half-life of 14 days, valued at <paramref name="now"/>: the popularity.</summary>
    public float PopularityAt(DateTimeOffset now) => (float)_popularity.ValueAt(Interaction.ToSeconds(now), PopularityHalfLife);

    /// <summary>Plays in each country with a half-life of 12 hours, valued at <paramref name="now"/>; the sixteen countries with most of them.</summary>
    /// <returns>ISO 3166-1 alpha-2 codes, in their order, and plays.</returns>
    public ImmutableArray<(string Country, float Plays)> PlaysByCountryAt(DateTimeOffset now)
    {
        var seconds = Interaction.ToSeconds(now);
        var counts = ImmutableArray.CreateBuilder<(string, float)>(_countries.Count);
        for (var i = 0; i < _countries.Count; i++)
        {
            var (key, count) = _countries.At(i, seconds, TrendHalfLife);
            counts.Add((CountryCode.FromNumber(key), count));
        }

        return counts.MoveToImmutable();
    }

    /// <summary>Plays in each taste community with a half-life of 14 days, valued at <paramref name="now"/>; the eight communities with most of them.</summary>
    /// <returns>Numbers of communities, ascending, and plays.</returns>
    public ImmutableArray<(int Community, float Plays)> PlaysByCommunityAt(DateTimeOffset now)
    {
        var seconds = Interaction.ToSeconds(now);
        var counts = ImmutableArray.CreateBuilder<(int, float)>(_communities.Count);
        for (var i = 0; i < _communities.Count; i++)
            counts.Add(_communities.At(i, seconds, PopularityHalfLife));
        return counts.MoveToImmutable();
    }

    /// <summary>How many communities have plays.</summary>
    internal int CommunityCount => _communities.Count;

    /// <summary>The plays of one community, by its place among those with plays, and its number.</summary>
    internal (int Community, float Plays) PlaysByCommunityAt(int index, DateTimeOffset now) =>
        _communities.At(index, Interaction.ToSeconds(now), PopularityHalfLife);

    /// <summary>What is played next after this title, with a half-life of 60 days, valued at <paramref name="now"/>, largest first.</summary>
    public ImmutableArray<(int Title, float Count)> PlayNextAt(DateTimeOffset now)
    {
        var seconds = Interaction.ToSeconds(now);
        var counts = new (int Title, float Count)[_next.Count];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = _next.At(i, seconds, NextHalfLife);
        Array.Sort(counts, static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Title.CompareTo(b.Title));
        return [.. counts];
    }

    /// <summary>Whether it is known on what occasions it is played.</summary>
    internal bool HasOccasions => _occasions.Count > 0;

    /// <summary>Plays by the number of their occasion, with a half-life of 60 days.</summary>
    /// <param name="plays">float[<see cref="Occasion.Count"/>], overwritten.</param>
    /// <param name="now">When they are valued.</param>
    internal void CopyPlaysByOccasion(Span<float> plays, DateTimeOffset now)
    {
        plays.Clear();
        var seconds = Interaction.ToSeconds(now);
        for (var i = 0; i < _occasions.Count; i++)
        {
            var (occasion, count) = _occasions.At(i, seconds, NextHalfLife);
            plays[occasion] = count;
        }
    }

    /// <summary>Writes the versioned binary form, less than 1.25 kB.</summary>
    public byte[] Encode()
    {
        var writer = new ByteWriter(stackalloc byte[BufferBytes]);
        writer.Byte(Version);
        _trend.Write(ref writer);
        _popularity.Write(ref writer);
        _countries.Write(ref writer);
        _next.Write(ref writer);
        _hours.Write(ref writer);
        _days.Write(ref writer);
        _lasting.Write(ref writer);
        writer.Varint(_firstPlay);
        _occasions.Write(ref writer);
        _communities.Write(ref writer);
        writer.Checksum();
        return writer.Written.ToArray();
    }

    /// <summary>Reads a form that this or an earlier version wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a form.</exception>
    public static TitleStatistics Decode(ReadOnlySpan<byte> bytes)
    {
        ByteReader.Require(bytes.Length <= BufferBytes, "statistics are never that long");
        var reader = new ByteReader(bytes);
        var version = reader.Byte();
        ByteReader.Require(version is >= FirstVersion and <= Version, "the version of the form is unknown");
        var statistics = new TitleStatistics
        {
            _trend = DecayedCount.Read(ref reader),
            _popularity = DecayedCount.Read(ref reader),
            _countries = DecayedCounts.Read(ref reader, MaxCountries, CountryCode.Count - 1),
            _next = DecayedCounts.Read(ref reader, MaxNext, Catalog.MaxCount - 1),
        };
        if (version > FirstVersion)
        {
            statistics._hours = DecayedCount.Read(ref reader);
            statistics._days = DecayedCount.Read(ref reader);
            statistics._lasting = DecayedCount.Read(ref reader);
            statistics._firstPlay = reader.Varint32();
        }

        if (version > VersionWithoutOccasions)
            statistics._occasions = DecayedCounts.Read(ref reader, Occasion.Count, Occasion.Count - 1);

        if (version > VersionWithoutCommunities)
            statistics._communities = DecayedCounts.Read(ref reader, MaxCommunities, ModelCommunity.Numbers - 1);

        reader.End();
        return statistics;
    }

    private TitleStatistics WithPlay(float weight, uint seconds, in TitleOutcome outcome) => new(this)
    {
        _hours = _hours.Add(weight, seconds, HoursHalfLife),
        _trend = _trend.Add(weight, seconds, TrendHalfLife),
        _days = _days.Add(weight, seconds, DaysHalfLife),
        _popularity = _popularity.Add(weight, seconds, PopularityHalfLife),
        _lasting = _lasting.Add(weight, seconds, NextHalfLife),
        _firstPlay = Math.Min(_firstPlay == 0 ? uint.MaxValue : _firstPlay, Math.Min(seconds, uint.MaxValue - 1) + 1),
        _countries = CountryCode.IsValid(outcome.Country)
            ? _countries.Add(CountryCode.ToNumber(outcome.Country), weight, seconds, TrendHalfLife, MaxCountries)
            : _countries,
        _occasions = outcome.Occasion is > 0 and < Occasion.Count
            ? _occasions.Add(outcome.Occasion, weight, seconds, NextHalfLife, Occasion.Count)
            : _occasions,
        _communities = outcome.Community is >= 0 and < ModelCommunity.Numbers and var community
            ? _communities.Add(community, weight, seconds, PopularityHalfLife, MaxCommunities)
            : _communities,
    };
}
