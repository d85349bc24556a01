using System.Collections.Immutable;
using Orleans.Personalize.Engine.Search.Text;

namespace Orleans.Personalize.Engine.Search;

/// <summary>What was typed, read.</summary>
internal sealed class SearchWords
{
    private const float NumeralWorth = 0.95f;
    private const float LatinWorth = 0.9f;
    private const float UnfinishedWorth = 0.7f;
    private const float OtherNumberWorth = 0.85f;
    private const float RelatedWorth = 0.6f;
    private const float LaterRelated = 0.93f;
    private const float OneSlipWorth = 0.7f;
    private const float TwoSlipsWorth = 0.5f;
    private const string Quotes = "\"“”„«»「」『』";

    // Nobody types more words than these to find something; the rest would only cost time.
    private const int MostWords = 16;

    // A longer search is a description, of which a part is enough, and not a name with a slip in it.
    private const int MostWordsOfName = 6;

    private SearchWords(ImmutableArray<string> words, ImmutableArray<bool> quoted, ImmutableArray<string> phrases, bool isOpen)
    {
        Words = words;
        Quoted = quoted;
        Phrases = phrases;
        IsOpen = isOpen;
    }

    /// <summary>The folded words, in their order.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Beside the words: whether each stands in quotes.</summary>
    public ImmutableArray<bool> Quoted { get; }

    /// <summary>What stands in quotes, folded.</summary>
    public ImmutableArray<string> Phrases { get; }

    /// <summary>Whether the last word may go on.</summary>
    public bool IsOpen { get; }

    /// <summary>All words in one text: what two spellings of the same search have in common.</summary>
    public string Folded => string.Join(' ', Words);

    /// <summary>How many letters there are.</summary>
    public int Letters => Words.Sum(word => word.Length);

    /// <summary>Whether a few characters say as much as a few words of other scripts do.</summary>
    public bool IsShortScript => Words.Any(word => Folding.IsWord(word[0]) || word[0] is >= '\u1100' and <= '\u11FF');

    /// <summary>Whether it may be a name with a slip in it.</summary>
    public bool MayBeMistyped => Words.Length <= MostWordsOfName;

    /// <summary>Reads what was typed.</summary>
    public static SearchWords Read(string query)
    {
        var (words, quoted, phrases) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<bool>(), ImmutableArray.CreateBuilder<string>());
        var rest = query.AsSpan();
        var inQuotes = false;
        while (true)
        {
            var quote = rest.IndexOfAny(Quotes);
            var part = Folding.Fold(quote < 0 ? rest : rest[..quote]);

            // A quote that nobody closed yet counts as closed: the phrase is still being typed, and its last word may go on.
            if (part.Length > 0)
            {
                var closed = inQuotes && quote >= 0;
                if (closed) phrases.Add(part);
                foreach (var word in part.Split(' '))
                {
                    if (words.Count == MostWords) break;
                    words.Add(word);
                    quoted.Add(closed);
                }
            }

            if (quote < 0) break;
            inQuotes = !inQuotes;
            rest = rest[(quote + 1)..];
        }

        var isOpen = words.Count > 0 && !quoted[^1] && !char.IsWhiteSpace(query[^1]);
        return new SearchWords(words.ToImmutable(), quoted.ToImmutable(), phrases.ToImmutable(), isOpen);
    }

    /// <summary>The words as typed, and in the other ways in which the same word is written.</summary>
    /// <param name="finished">Whether the last word is to be taken as finished.</param>
    /// <param name="query">What was typed, for the letters of other scripts.</param>
    public ImmutableArray<ImmutableArray<WordChoice>> Choices(string query, bool finished = false)
    {
        var latin = Folding.Latinize(query)?.Split(' ');
        var choices = ImmutableArray.CreateBuilder<ImmutableArray<WordChoice>>(Words.Length);
        for (var i = 0; i < Words.Length; i++)
        {
            var isPrefix = IsOpen && !finished && i == Words.Length - 1;
            var ways = ImmutableArray.CreateBuilder<WordChoice>();
            ways.Add(new WordChoice(Words[i], isPrefix, 1));
            if (!Quoted[i])
            {
                foreach (var numeral in Numerals.Of(Words[i]))
                {
                    if (numeral != Words[i]) ways.Add(new WordChoice(numeral, false, NumeralWorth));
                }

                if (latin?.Length == Words.Length && latin[i] != Words[i]) ways.Add(new WordChoice(latin[i], isPrefix, LatinWorth));
            }

            choices.Add(ways.ToImmutable());
        }

        return choices.MoveToImmutable();
    }

    /// <summary>The same with words in the other number: "doctor" for doctors, "spies" for spy.</summary>
    /// <param name="choices">As written.</param>
    public ImmutableArray<ImmutableArray<WordChoice>> InEitherNumber(ImmutableArray<ImmutableArray<WordChoice>> choices) =>
        With(choices, word => RelatedWords.OtherNumber(word).Select(other => new WordChoice(other, false, OtherNumberWorth)));

    /// <summary>The same with words that go with them; as they were where nothing is known of any of them.</summary>
    /// <param name="choices">As written.</param>
    public ImmutableArray<ImmutableArray<WordChoice>> WithRelated(ImmutableArray<ImmutableArray<WordChoice>> choices) =>
        With(choices, word => RelatedWords.Of(word).ToArray().Select((related, i) => new WordChoice(related, false, RelatedWorth * MathF.Pow(LaterRelated, i))));

    /// <summary>The same with unfinished and mistyped words.</summary>
    /// <param name="choices">As written.</param>
    /// <param name="vocabulary">Which words there are.</param>
    /// <param name="most">Corrections for one word.</param>
    public ImmutableArray<ImmutableArray<WordChoice>> Forgiving(
        ImmutableArray<ImmutableArray<WordChoice>> choices, Vocabulary vocabulary, int most)
    {
        var forgiving = ImmutableArray.CreateBuilder<ImmutableArray<WordChoice>>(choices.Length);
        for (var i = 0; i < choices.Length; i++)
        {
            if (Quoted[i])
            {
                forgiving.Add(choices[i]);
                continue;
            }

            var ways = choices[i].ToBuilder();
            var isPrefix = i == Words.Length - 1;
            if (!ways[0].IsPrefix && Words[i].Length > 2) ways.Add(new WordChoice(Words[i], true, UnfinishedWorth));
            foreach (var (word, slips) in vocabulary.Corrections(Words[i], isPrefix && IsOpen, most))
                ways.Add(new WordChoice(word, false, slips == 1 ? OneSlipWorth : TwoSlipsWorth));
            forgiving.Add(ways.ToImmutable());
        }

        return forgiving.MoveToImmutable();
    }

    private ImmutableArray<ImmutableArray<WordChoice>> With(ImmutableArray<ImmutableArray<WordChoice>> choices, Func<string, IEnumerable<WordChoice>> more)
    {
        var changed = false;
        var all = ImmutableArray.CreateBuilder<ImmutableArray<WordChoice>>(choices.Length);
        for (var i = 0; i < choices.Length; i++)
        {
            ImmutableArray<WordChoice> added = Quoted[i] ? [] : [.. more(Words[i])];
            changed |= !added.IsEmpty;
            all.Add(added.IsEmpty ? choices[i] : choices[i].AddRange(added));
        }

        return changed ? all.MoveToImmutable() : choices;
    }
}
