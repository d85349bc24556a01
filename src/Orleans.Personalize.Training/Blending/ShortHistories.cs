using System.Collections.Immutable;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Asks known questions again as if less were known of the profile, so that the blend learns what to trust when a profile is new: data from
/// a running service hold few such questions.
/// </summary>
internal static class ShortHistories
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 5, 8];

    /// <summary>All questions, and every so many of them, about what comes next, once more where only the latest interactions are known.</summary>
    public static IEnumerable<HeldOutExample> WithLatest(IEnumerable<HeldOutExample> examples, int every)
    {
        foreach (var (i, example) in examples.Index())
        {
            yield return example;
            var length = Lengths[i / every % Lengths.Length];
            if (i % every > 0 || example.History.Length <= length)
                continue;
            int[] seen = [.. example.Seen, .. example.History.Select(interaction => interaction.Title)];
            yield return example with { History = example.History[^length..], Seen = seen };
        }
    }

    /// <summary>
    /// All questions about the long run, each once more where only the first interactions are known; what was liked after those is wanted too.
    /// </summary>
    public static IEnumerable<HeldOutExample> WithFirst(IEnumerable<HeldOutExample> examples)
    {
        foreach (var (i, example) in examples.Index())
        {
            yield return example;
            var length = Lengths[i % Lengths.Length];
            if (example.History.Length <= length)
                continue;
            ImmutableArray<DatasetEvent> wanted = [.. example.History.Skip(length)
                .Where(interaction => interaction.Strength >= Judgement.LikedStrength)
                .Select(interaction => new DatasetEvent(
                    example.Profile, interaction.Title, interaction.Strength, float.NaN, interaction.Time.ToUnixTimeSeconds()))
                .Concat(example.HeldOut)
                .DistinctBy(e => e.Title)];
            yield return example with { History = example.History[..length], HeldOut = wanted, Seen = [] };
        }
    }
}
