using System.Collections.Concurrent;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// What recent searches found, worked out once for all profiles that made them. Depends on the catalogue alone, so who asks first makes no
/// difference to the answer. Bounded: past the cap it begins anew.
/// </summary>
/// <param name="basis">What all searches share.</param>
internal sealed class SearchMemo(SearchBasis basis)
{
    private const int MostSearches = 2048;
    private readonly ConcurrentDictionary<string, SearchFinds> _finds = new(StringComparer.Ordinal);

    /// <summary>What a search found.</summary>
    public SearchFinds Of(string query)
    {
        if (_finds.TryGetValue(query, out var known)) return known;
        if (_finds.Count >= MostSearches) _finds.Clear();
        return _finds[query] = Find(query);
    }

    private SearchFinds Find(string query)
    {
        var search = SearchWords.Read(query);
        if (search.Words.IsEmpty) return SearchFinds.None;
        using var retrieval = new Retrieval(basis);
        var words = search.Choices(query);
        retrieval.Find(search, words);
        if (retrieval.Found.IsEmpty && search.MayBeMistyped)
        {
            words = search.WithRelated(search.InEitherNumber(words));
            retrieval.Find(search, words);
        }

        if (retrieval.Found.IsEmpty && search.MayBeMistyped)
        {
            words = search.Forgiving(words, basis.Index.Vocabulary, basis.Options.Corrections);
            retrieval.Find(search, words);
        }

        var matcher = new TitleMatcher(basis, search, words);
        var (exact, quality) = (-1, 0f);
        var titles = new List<int>();
        foreach (var title in retrieval.Found)
        {
            // The first finds are those in the narrowest fields.
            if (titles.Count == basis.Options.RowTitles || retrieval.FieldOf(title) == Retrieval.InStory) break;
            var match = matcher.Match(title, inStory: false);
            if (match.Quality <= 0) continue;
            titles.Add(title);
            if (match.ByName && match.Quality > quality) (exact, quality) = (title, match.Quality);
        }

        // A name is meant where it is typed as it is, or where no other begins so.
        return new SearchFinds([.. titles], quality >= TitleMatch.ExactName || titles.Count == 1 ? exact : -1);
    }
}
