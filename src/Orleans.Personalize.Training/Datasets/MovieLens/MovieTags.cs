using System.Runtime.InteropServices;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.MovieLens;

/// <summary>Turns the tags that many people gave to a title into the title's tags: those given most often, in lower case.</summary>
internal static class MovieTags
{
    private const int MostTagsOfOneTitle = 20;
    private const int LongestTag = 100;

    /// <summary>Reads <c>tags.csv</c>; titles must have been read before.</summary>
    public static void Read(ImportRun run, string path)
    {
        var counts = new Dictionary<TitleId, Dictionary<string, int>>();
        CsvFile.Read(run, path, ["movieId", "tag"], row =>
        {
            if (!TitleId.TryParse(row["movieId"], null, out var title) || !run.Titles.Contains(title))
            {
                return $"there is no title '{row["movieId"]}'";
            }

            var tag = row["tag"].ToLowerInvariant();
            if (tag.Length is 0 or > LongestTag)
            {
                return $"a tag must have 1 to {LongestTag} characters";
            }

            ref var ofTitle = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, title, out _);
            CollectionsMarshal.GetValueRefOrAddDefault(ofTitle ??= new(StringComparer.Ordinal), tag, out _)++;
            return null;
        });
        foreach (var (title, tags) in counts)
        {
            var chosen = tags
                .OrderByDescending(tag => tag.Value)
                .ThenBy(tag => tag.Key, StringComparer.Ordinal)
                .Take(MostTagsOfOneTitle)
                .Select(tag => tag.Key);
            run.Titles.Change(title, old => old with { Tags = [.. chosen] });
        }
    }
}
