using System.Buffers;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// What to show when the title that was searched for cannot be shown. A title that the catalogue knows, only not here or not now, leads to the
/// titles most like it; for one that nobody knows of, those that have the rarer of the words.
/// </summary>
internal static class RelatedTitles
{
    private const int LettersOfName = 3;
    private const int MostWords = 6;
    private const int ShortestWord = 3;

    // A word that more of the titles have says nothing.
    private const int TooCommonShare = 10;

    /// <summary>The title that was meant and may not be shown where and when the profile is; null for none. Never one that it may not see at all.</summary>
    public static Title? Unavailable(PageContext context, Retrieval retrieval, TitleMatcher matcher, SearchWords search, float atLeast)
    {
        if (search.Letters < LettersOfName && !search.IsShortScript) return null;
        var (best, quality) = ((Title?)null, 0f);
        foreach (var title in retrieval.Found)
        {
            if (retrieval.FieldOf(title) < Retrieval.InNames || context.MaySee(title) || !context.MayKnow(title)) continue;
            var match = matcher.Match(title, inStory: false);
            if (match.ByName && match.Quality >= atLeast && match.Quality > quality) (best, quality) = (context.Catalog[title], match.Quality);
        }

        return best;
    }

    /// <summary>The titles most like one, for the profile.</summary>
    public static List<(int Title, Reason Reason)> Like(PageContext context, Ranking ranking, Title source, int count)
    {
        if (!context.Catalog.TryGetNumber(source.Id, out var number)) return [];
        var neighbours = context.Basis.Neighbours.Of(number);
        var titles = new int[count];
        var top = new TopTitles(titles, new float[count]);
        for (var i = 0; i < neighbours.Titles.Length; i++)
        {
            var title = neighbours.Titles[i];
            if (ranking.Allows(title)) top.Offer(title, context.SimilarForProfile(neighbours.Similarity[i], title));
        }

        var reason = SearchReasons.RelatedTo(source);
        return [.. titles.Take(top.Sort()).Select(title => (title, reason))];
    }

    /// <summary>Titles that have the rarer of the words, best first.</summary>
    public static List<(int Title, Reason Reason)> ByWords(
        PageContext context, Ranking ranking, SearchWords search, ImmutableArray<ImmutableArray<WordChoice>> words, int count)
    {
        var basis = context.Basis.Search;
        if (!search.Phrases.IsEmpty || words.Length < 2) return [];
        var total = basis.Catalog.Count;
        var shares = ArrayPool<float>.Shared.Rent(total);
        var met = ArrayPool<ushort>.Shared.Rent(total);
        shares.AsSpan(0, total).Clear();
        met.AsSpan(0, total).Clear();
        var all = Gather(basis, words, shares.AsSpan(0, total), met.AsSpan(0, total));
        var titles = new int[count];
        var top = new TopTitles(titles, new float[count]);
        for (var title = 0; title < total && all > 0; title++)
        {
            if (shares[title] >= basis.Options.RelatedShare * all && ranking.Allows(title))
                top.Offer(title, (4 * shares[title] / all) + (float)(basis.Options.PersonalWeight * Math.Clamp(context.Workspace.Rank[title], -2, 2)));
        }

        var related = new List<(int, Reason)>();
        foreach (var title in titles.AsSpan(0, top.Sort()))
        {
            var mentioned = met[title];
            related.Add((title, SearchReasons.Mentions(search.Words.Where((_, i) => (mentioned & (1 << i)) != 0))));
        }

        ArrayPool<float>.Shared.Return(shares);
        ArrayPool<ushort>.Shared.Return(met);
        return related;
    }

    // Adds up how much the words that each title has are worth: the rarer, the more (inverse document frequency, Spärck Jones 1972).
    private static float Gather(SearchBasis basis, ImmutableArray<ImmutableArray<WordChoice>> words, Span<float> shares, Span<ushort> met)
    {
        var all = 0f;
        var most = Math.Max(20, basis.Catalog.Present / TooCommonShare);
        var found = ArrayPool<int>.Shared.Rent(most + 1);
        for (var (i, used) = (0, 0); i < words.Length && used < MostWords; i++)
        {
            if (words[i][0].Word.Length < ShortestWord && !Folding.IsIdeograph(words[i][0].Word[0])) continue;
            var count = basis.FindUnlessCommon(words[i], found.AsSpan(0, most + 1));
            if (count == 0) continue;
            used++;
            var worth = MathF.Log(1 + ((float)basis.Catalog.Present / (1 + count)));
            all += worth;
            foreach (var title in found.AsSpan(0, count))
            {
                shares[title] += worth;
                met[title] |= (ushort)(1 << i);
            }
        }

        ArrayPool<int>.Shared.Return(found);
        return all;
    }
}
