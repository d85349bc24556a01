using System.Collections.Immutable;
using Orleans.Personalize.Engine.Occasions;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// On what occasions and in which countries everybody watches each title, with a half-life of 60 days, valued at one moment. It changes slowly and is
/// gathered seldom. By title number; may know fewer titles than the catalogue.
/// </summary>
public sealed class OccasionPlays
{
    private readonly int[] _starts;
    private readonly byte[] _occasions;
    private readonly float[] _counts;

    private OccasionPlays(int[] starts, byte[] occasions, float[] counts) => (_starts, _occasions, _counts) = (starts, occasions, counts);

    /// <summary>Nothing is known.</summary>
    public static OccasionPlays Empty { get; } = new([0], [], []);

    /// <summary>The moment.</summary>
    public DateTimeOffset AsOf { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>How many titles it knows of.</summary>
    public int Titles => _starts.Length - 1;

    /// <summary>Whether no play is known.</summary>
    public bool IsEmpty => _counts.Length == 0 && Countries.IsEmpty;

    /// <summary>Plays by ISO 3166-1 alpha-2 country: float[titles].</summary>
    internal ImmutableDictionary<string, ImmutableArray<float>> Countries { get; private init; } = ImmutableDictionary<string, ImmutableArray<float>>.Empty;

    /// <summary>Gathers the plays of all titles.</summary>
    /// <param name="statistics">By title number; null where a title has none.</param>
    /// <param name="countries">Plays by country at the same moment: float[titles].</param>
    /// <param name="now">The moment.</param>
    internal static OccasionPlays Of(
        IReadOnlyList<TitleStatistics?> statistics, ImmutableDictionary<string, ImmutableArray<float>> countries, DateTimeOffset now)
    {
        if (countries.IsEmpty && !statistics.Any(known => known is { HasOccasions: true }))
            return Empty;
        var starts = new int[statistics.Count + 1];
        var occasions = new List<byte>();
        var counts = new List<float>();
        Span<float> values = stackalloc float[Occasion.Count];
        for (var title = 0; title < statistics.Count; title++)
        {
            if (statistics[title] is { HasOccasions: true } known)
            {
                known.CopyPlaysByOccasion(values, now);
                for (var occasion = 1; occasion < values.Length; occasion++)
                {
                    if (!(values[occasion] > 0))
                        continue;
                    occasions.Add((byte)occasion);
                    counts.Add(values[occasion]);
                }
            }

            starts[title + 1] = counts.Count;
        }

        return new OccasionPlays(starts, [.. occasions], [.. counts]) { AsOf = now, Countries = countries };
    }

    /// <summary>The occasions on which a title was played, by number, and the plays on each.</summary>
    internal (ReadOnlyMemory<byte> Occasions, ReadOnlyMemory<float> Counts) PlaysOf(int title) =>
        (_occasions.AsMemory(_starts[title].._starts[title + 1]), _counts.AsMemory(_starts[title].._starts[title + 1]));

    /// <summary>All plays by <see cref="Occasion.PartOfWeek"/>: float[<see cref="Occasion.PartsOfWeek"/>].</summary>
    internal float[] ByPartOfWeek()
    {
        var plays = new float[Occasion.PartsOfWeek];
        for (var i = 0; i < _counts.Length; i++)
            plays[Occasion.PartOfWeekOf(_occasions[i])] += _counts[i];
        return plays;
    }
}
