using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Communities;

/// <summary>
/// Carries the ids of communities on from one training to the next: one keeps its id when it and its predecessor share most of
/// their profiles, both ways. What came of a split or a merge gets an id of its own.
/// </summary>
internal static class CommunityNames
{
    private const int Most = 20_000;

    /// <summary>Names the communities of a model.</summary>
    /// <param name="model">The new model.</param>
    /// <param name="before">The model before.</param>
    /// <param name="catalog">The titles.</param>
    /// <param name="histories">Histories by catalogue number.</param>
    /// <param name="together">Share of the profiles that must be in common, 0.5 or more.</param>
    public static ImmutableArray<ModelCommunity> Assign(
        PersonalizationModel model, PersonalizationModel before, Catalog catalog, EventHistories histories, double together)
    {
        var (now, then) = (new CommunityIndex(catalog, model), new CommunityIndex(catalog, before));
        var taken = before.Manifest.Communities.Select(community => community.Id).ToHashSet(StringComparer.Ordinal);
        var overlap = Overlap(now, then, histories);
        var names = new string[now.Communities.Count];
        for (var community = 0; community < names.Length; community++)
        {
            var kept = -1;
            for (var other = 0; other < then.Communities.Count; other++)
            {
                var common = overlap[community, other];
                if (common > together * RowSum(overlap, community) && common > together * ColumnSum(overlap, other))
                    kept = other;
            }

            names[community] = kept >= 0 ? then.Communities[kept].Id : NewName(model, community, taken);
        }

        return [.. now.Communities.Select((community, i) => community with { Id = names[i] })];
    }

    private static string NewName(PersonalizationModel model, int community, HashSet<string> taken)
    {
        for (var turn = 0; ; turn++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{model.Info.Version} {community} {turn}");
            var name = $"c-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..4])}";
            if (taken.Add(name))
                return name;
        }
    }

    // How many profiles belong most to the one now and belonged most to the other then; products of soft memberships would make all pairs alike.
    private static double[,] Overlap(CommunityIndex now, CommunityIndex then, EventHistories histories)
    {
        var overlap = new double[now.Communities.Count, then.Communities.Count];
        var (one, other) = (new float[now.Communities.Count], new float[then.Communities.Count]);
        var step = Math.Max(1, histories.ProfileCount / Most);
        for (var profile = 0; profile < histories.ProfileCount; profile += step)
        {
            var history = DatasetHistory.Latest(histories.Events(profile));
            if (history.Length == 0)
                continue;
            now.Membership(history, one);
            then.Membership(history, other);
            if (one.Length > 0 && other.Length > 0)
                overlap[Array.IndexOf(one, one.Max()), Array.IndexOf(other, other.Max())]++;
        }

        return overlap;
    }

    private static double RowSum(double[,] matrix, int row) => Enumerable.Range(0, matrix.GetLength(1)).Sum(column => matrix[row, column]);

    private static double ColumnSum(double[,] matrix, int column) => Enumerable.Range(0, matrix.GetLength(0)).Sum(row => matrix[row, column]);
}
