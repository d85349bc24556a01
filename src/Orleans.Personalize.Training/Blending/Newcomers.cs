using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Asks known questions about the long run again as if the profile had only just come, so that a blend learns what to trust then: data of a
/// running service hold few such questions.
/// </summary>
internal static class Newcomers
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, ModelManifest.NewcomerInteractions + 1)];

    /// <summary>Each question once, where only the first few interactions are known; what was liked after those is wanted too.</summary>
    public static IEnumerable<HeldOutExample> Of(IEnumerable<HeldOutExample> examples)
    {
        foreach (var (i, example) in examples.Index())
        {
            var length = Lengths[i % Lengths.Length];
            if (example.History.Length < length)
                continue;
            ImmutableArray<DatasetEvent> wanted = [.. example.History.Skip(length)
                .Where(interaction => interaction.Strength >= Judgement.LikedStrength)
                .Select(interaction => new DatasetEvent(
                    example.Profile, interaction.Title, interaction.Strength, float.NaN, interaction.Time.ToUnixTimeSeconds()))
                .Concat(example.HeldOut)
                .DistinctBy(e => e.Title)];
            yield return example with
            {
                History = example.History[..length],
                HeldOut = wanted,
                Seen = [],

                // What follows the latest titles follows later ones than are known here.
                Moment = example.Moment with { PlayNext = [] },
            };
        }
    }
}
