using System.Numerics;
using Orleans.Personalize.Engine.Search.Text;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// The words of names, people, genres and tags, to find out what a mistyped word was meant to be. Immutable; adding words gives a new one that
/// shares what it can.
/// </summary>
public sealed class Vocabulary
{
    private readonly string[] _words;
    private readonly ulong[] _letters;
    private readonly ulong[] _starts;
    private readonly int _count;

    private Vocabulary(string[] words, ulong[] letters, ulong[] starts, int count)
    {
        _words = words;
        _letters = letters;
        _starts = starts;
        _count = count;
    }

    /// <summary>No words.</summary>
    public static Vocabulary Empty { get; } = new([], [], [], 0);

    /// <summary>How many words there are.</summary>
    public int Count => _count;

    /// <summary>Adds folded words that are not in it yet. Only the newest vocabulary may be added to.</summary>
    public Vocabulary With(IReadOnlyCollection<string> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        if (added.Count == 0) return this;
        var (words, letters, starts) = (_words, _letters, _starts);
        if (_count + added.Count > words.Length)
        {
            // The arrays grow in place behind what older vocabularies see of them.
            Array.Resize(ref words, Math.Max(_count + added.Count, 2 * words.Length));
            Array.Resize(ref letters, words.Length);
            Array.Resize(ref starts, words.Length);
        }

        var count = _count;
        foreach (var word in added)
        {
            letters[count] = Letters.Of(word);
            starts[count] = WordStart.Of(word);
            words[count++] = word;
        }

        return new Vocabulary(words, letters, starts, count);
    }

    /// <summary>The words that a mistyped one may have been meant to be, those with the fewest slips first, then in the order in which they came.</summary>
    /// <param name="typed">A folded word.</param>
    /// <param name="isPrefix">Whether it may be the beginning of a word.</param>
    /// <param name="most">How many at most.</param>
    internal List<(string Word, int Slips)> Corrections(string typed, bool isPrefix, int most)
    {
        var found = new List<(string Word, int Slips)>();
        var forgiven = Typing.Forgiven(typed.Length);
        if (forgiven == 0 || Folding.IsWord(typed[0])) return found;
        var wanted = Letters.Of(typed);
        var start = WordStart.Of(typed);
        var letters = _letters.AsSpan(0, _count);
        for (var i = 0; i < letters.Length; i++)
        {
            // A slip brings in at most one letter that the word has not, and loses at most one that it has.
            if (BitOperations.PopCount(wanted & ~letters[i]) > forgiven) continue;
            if (!isPrefix && BitOperations.PopCount(letters[i] & ~wanted) > forgiven) continue;
            // Two slips and another first letter is another word. Words are looked at last: they lie all over the memory.
            var allowed = forgiven > 1 && WordStart.BeginsLike(start, _starts[i]) ? forgiven : 1;
            if (allowed == 1 && !WordStart.MayBeOneSlipAway(start, _starts[i])) continue;
            var slips = Typing.Slips(typed, _words[i], allowed, isPrefix);
            if (slips > 0 && slips <= allowed) found.Add((_words[i], slips));
        }

        // Stable, so that the same words in the same order give the same answer.
        var ordered = found.OrderBy(entry => entry.Slips).ThenBy(entry => Math.Abs(entry.Word.Length - typed.Length)).Take(most).ToList();
        return ordered;
    }

    /// <summary>Whether a folded word of more than two letters is in it, or one that begins so.</summary>
    internal bool Has(string typed, bool isPrefix)
    {
        var start = WordStart.Of(typed);
        for (var i = 0; i < _count; i++)
        {
            if (WordStart.IsSame(start, _starts[i], typed.Length) && (isPrefix ? _words[i].StartsWith(typed, StringComparison.Ordinal) : _words[i] == typed)) return true;
        }

        return false;
    }
}
