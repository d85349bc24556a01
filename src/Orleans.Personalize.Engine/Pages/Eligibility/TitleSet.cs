using System.Numerics;

namespace Orleans.Personalize.Engine.Pages.Eligibility;

/// <summary>A set of title numbers, one bit each.</summary>
/// <param name="words">ulong[(titles + 63) / 64]; bit n mod 64 of word n / 64 stands for title n.</param>
internal readonly struct TitleSet(ulong[] words)
{
    private readonly ulong[] _words = words;

    /// <summary>An empty set over titles 0 to <paramref name="titles"/> - 1.</summary>
    public static TitleSet Of(int titles) => new(new ulong[WordsFor(titles)]);

    /// <summary>ulong[(titles + 63) / 64]: bit n mod 64 of word n / 64 stands for title n.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>How many words a set over so many titles has.</summary>
    public static int WordsFor(int titles) => (titles + 63) >> 6;

    /// <summary>Whether the title is in the set; numbers beyond the set are not.</summary>
    public bool Contains(int title) => (uint)(title >> 6) < (uint)_words.Length && (_words[title >> 6] & (1UL << title)) != 0;

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
