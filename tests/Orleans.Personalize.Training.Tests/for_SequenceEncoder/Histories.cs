using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_SequenceEncoder;

/// <summary>Small histories to learn from.</summary>
internal static class Histories
{
    /// <summary>Random titles, strengths and times.</summary>
    public static EventSequences Random(int titles, int profiles, int longest, int seed)
    {
        var random = new Random(seed);
        var events = new List<DatasetEvent>();
        for (var profile = 0; profile < profiles; profile++)
        {
            var seconds = 1_000_000_000L;
            for (var i = random.Next(longest + 1); i > 0; i--)
            {
                seconds += (long)Math.Pow(10, random.NextDouble() * 6) - 1;
                events.Add(new(profile, random.Next(titles), (random.NextSingle() * 2) - 1, float.NaN, seconds));
            }
        }

        return EventSequences.Of(titles, profiles, events.ToArray());
    }

    /// <summary>Every profile goes round all titles from another beginning, one, two or three at a step: the next title follows from the last two.</summary>
    /// <param name="titles">How many titles.</param>
    /// <param name="profiles">How many profiles.</param>
    /// <param name="length">How many events each.</param>
    /// <param name="number">Gives the titles other numbers, up to <paramref name="titles"/>; null for their own.</param>
    public static EventSequences Rounds(int titles, int profiles, int length, Func<int, int>? number = null)
    {
        var events = new List<DatasetEvent>();
        for (var profile = 0; profile < profiles; profile++)
        {
            var step = 1 + (profile % 3);
            for (var i = 0; i < length; i++)
                events.Add(new(profile, Number((profile + (i * step)) % titles), 0.5f, float.NaN, 1_000_000_000 + (i * 60)));
        }

        return EventSequences.Of(number is null ? titles : titles + 1, profiles, events.ToArray());

        int Number(int title) => number is null ? title : number(title);
    }
}
