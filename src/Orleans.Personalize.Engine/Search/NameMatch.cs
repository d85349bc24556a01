using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Search;

/// <summary>How well the words of a search go with one folded text: which are met, how exactly, whether in order, and how much of the text they are.</summary>
/// <param name="Met">Bit i for word i of the search.</param>
/// <param name="Worth">Mean worth of the words that are met, in (0,1].</param>
/// <param name="IsRun">Whether the words that are met stand side by side in the order of the search.</param>
/// <param name="First">Place of the first word that is met.</param>
/// <param name="Last">Place of the last word that is met.</param>
/// <param name="Share">Share of the text's letters that were typed, in (0,1].</param>
internal readonly record struct NameMatch(uint Met, float Worth, bool IsRun, int First, int Last, float Share)
{
    private const int MostWords = 64;

    /// <summary>Whether no word is met.</summary>
    public bool IsNone => Met == 0;

    /// <summary>Whether all of so many words are met.</summary>
    public bool IsWhole(int words) => Met == (uint)((1UL << words) - 1);

    /// <summary>Quality of the match of a whole search with a whole name, in (0,1]: 1 for the very same.</summary>
    public float Quality =>
        Worth * (IsRun && First == 0 ? Share >= 1 ? 1 : 0.5f + (0.12f * Share)
            : IsRun ? 0.42f + (0.08f * Share)
            : 0.36f + (0.08f * Share));

    /// <summary>Compares.</summary>
    /// <param name="words">The words of the search.</param>
    /// <param name="text">A folded text.</param>
    public static NameMatch Of(ImmutableArray<ImmutableArray<WordChoice>> words, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        var (met, sum, count, letters, all, place) = (0u, 0f, 0, 0, 0, 0);
        var (first, last, isRun, previous) = (int.MaxValue, -1, true, -1);
        foreach (var range in text.Split(' '))
        {
            if (place == MostWords) break;
            var word = text[range];
            all += word.Length;
            var (best, worth, typed) = (-1, 0f, 0);
            for (var i = 0; i < words.Length; i++)
            {
                if ((met & (1u << i)) != 0) continue;
                var (found, ofIt) = WorthOf(words[i], word);

                // Of two equal words of a search the one that comes next is met.
                if (found > worth || (found > 0 && found == worth && i == previous + 1)) (best, worth, typed) = (i, found, ofIt);
            }

            if (best >= 0)
            {
                met |= 1u << best;
                sum += worth;
                letters += typed;
                isRun &= count == 0 ? best == 0 : best == previous + 1 && place == last + 1;
                first = Math.Min(first, place);
                (last, previous) = (place, best);
                count++;
            }

            place++;
        }

        return count == 0 ? default : new NameMatch(met, sum / count, isRun, first, last, (float)letters / all);
    }

    // A word that goes on after what was typed counts a little less, the less of it was typed.
    private static (float Worth, int Typed) WorthOf(ImmutableArray<WordChoice> choices, ReadOnlySpan<char> word)
    {
        var best = (Worth: 0f, Typed: 0);
        foreach (var choice in choices)
        {
            if (choice.Worth <= best.Worth || !word.StartsWith(choice.Word, StringComparison.Ordinal)) continue;
            if (word.Length == choice.Word.Length) best = (choice.Worth, word.Length);
            else if (choice.IsPrefix && choice.Worth * (0.9f + (0.1f * choice.Word.Length / word.Length)) is var worth && worth > best.Worth)
                best = (worth, choice.Word.Length);
        }

        return best;
    }
}
