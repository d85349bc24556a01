using System.Numerics;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Pages.Eligibility;

/// <summary>A set of title numbers, one bit each.</summary>
/// <param name="words">ulong[(titles + 63) / 64]; bit n mod 64 of word n / 64 stands for title n.</param>
internal readonly struct TitleSet(ulong[] words)
{
    private readonly ulong[] _words = words;

    /// <summary>An empty set over titles 0 to <paramref name="titles"/> - 1.</summary>
    public static TitleSet Of(int titles) => new(new ulong[WordsFor(titles)]);

    /// <summary>The set of all titles.</summary>
    public static TitleSet Upto(int titles)
    {
        var set = Of(titles);
        for (var title = 0; title < titles; title++) set.Add(title);
        return set;
    }

    /// <summary>The set of some titles where it takes no more memory than their numbers; null where they are fewer than one in 32.</summary>
    /// <param name="numbers">The titles.</param>
    /// <param name="titles">How many there are of all.</param>
    public static TitleSet? OfLarge(ReadOnlySpan<int> numbers, int titles)
    {
        if (numbers.Length * 32L < titles) return null;
        var set = Of(titles);
        foreach (var title in numbers) set.Add(title);
        return set;
    }

    /// <summary>ulong[(titles + 63) / 64]: bit n mod 64 of word n / 64 stands for title n.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>How many words a set over so many titles has.</summary>
    public static int WordsFor(int titles) => (titles + 63) >> 6;

    /// <summary>Whether the title is in the set; numbers beyond the set are not.</summary>
    public bool Contains(int title) => (uint)(title >> 6) < (uint)_words.Length && (_words[title >> 6] & (1UL << title)) != 0;

    /// <summary>How many titles there are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Puts a title in.</summary>
    public void Add(int title) => _words[title >> 6] |= 1UL << title;

    /// <summary>Takes a title out; numbers beyond the set are never in.</summary>
    public void Remove(int title)
    {
        if ((uint)(title >> 6) < (uint)_words.Length) _words[title >> 6] &= ~(1UL << title);
    }

    /// <summary>Makes this set equal to another over the same titles.</summary>
    public void CopyFrom(TitleSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Takes out the titles that are not in another set over the same titles.</summary>
    public void IntersectWith(TitleSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
    }

    /// <summary>Puts in the titles of another set over the same titles.</summary>
    public void UnionWith(TitleSet other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
    }

    /// <summary>Makes this set that of the titles of <paramref name="whole"/> that are not in it.</summary>
    public void ComplementWithin(TitleSet whole)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] = whole._words[i] & ~_words[i];
    }

    /// <summary>Copies what stands at the titles of the set.</summary>
    /// <param name="values">float[titles] by number.</param>
    /// <param name="otherwise">What to put at all other titles.</param>
    /// <param name="into">float[titles], overwritten.</param>
    public void Copy(ReadOnlySpan<float> values, float otherwise, Span<float> into)
    {
        into = into[..values.Length];
        var title = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
            var others = Vector256.Create(otherwise);
            for (; title + Vector256<float>.Count <= values.Length; title += Vector256<float>.Count)
            {
                var members = Vector256.Create((int)(_words[title >> 6] >> title)) & bits;
                Vector256.ConditionalSelect(Vector256.Equals(members, bits).AsSingle(), Vector256.Create(values[title..]), others).CopyTo(into[title..]);
            }
        }

        for (; title < values.Length; title++) into[title] = Contains(title) ? values[title] : otherwise;
    }

    /// <summary>Takes every title out.</summary>
    public void Clear() => _words.AsSpan().Clear();

    /// <summary>Goes through the titles in ascending order.</summary>
    public Enumerator GetEnumerator() => new(_words);

    /// <summary>Goes through a set; see <see cref="GetEnumerator"/>.</summary>
    internal struct Enumerator(ulong[] words)
    {
        private readonly ulong[] _words = words;
        private ulong _rest;
        private int _next;

        /// <summary>The title reached.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next title.</summary>
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (_next == _words.Length) return false;
                _rest = _words[_next++];
            }

            Current = ((_next - 1) << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
