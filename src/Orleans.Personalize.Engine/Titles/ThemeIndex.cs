using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// What the titles of one catalogue have in common, weighted so that rare themes count more than common ones
/// (inverse document frequency; Spärck Jones 1972). Made once for a catalogue; immutable.
/// </summary>
public sealed class ThemeIndex
{
    // Beyond these a list says little more about the title, and a title with a long list would be smeared over it.
    private const int MaxOfOneKind = 12;

    private readonly ImmutableArray<Theme> _themes;
    private readonly FrozenDictionary<ulong, int> _byId;
    private readonly int[] _starts;
    private readonly ThemeWeight[] _weights;

    /// <summary>Reads the themes of every title.</summary>
    public ThemeIndex(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var gatherer = new ThemeGatherer();
        _starts = new int[catalog.Count + 1];
        var entries = new List<int>(catalog.Count * 8);
        for (var number = 0; number < catalog.Count; number++)
        {
            if (catalog[number] is { } title)
                gatherer.Gather(title, number, entries);
            _starts[number + 1] = entries.Count;
        }

        _themes = gatherer.ToThemes(catalog.Present);
        _byId = _themes.ToFrozenDictionary(theme => theme.Id.Value, theme => theme.Index);
        _weights = new ThemeWeight[entries.Count];
        for (var number = 0; number < catalog.Count; number++)
            Weigh(CollectionsMarshal.AsSpan(entries)[_starts[number].._starts[number + 1]], _weights.AsSpan(_starts[number]));
    }

    /// <summary>All themes, by <see cref="Theme.Index"/>, in the order in which the catalogue names them first.</summary>
    public ImmutableArray<Theme> Themes => _themes;

    /// <summary>The theme of an index.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public Theme this[int index] => _themes[index];

    /// <summary>The themes of a title; empty where the title says nothing or the number names none.</summary>
    /// <param name="title">The title's catalogue number.</param>
    public ReadOnlySpan<ThemeWeight> ThemesOf(int title) =>
        (uint)title < (uint)(_starts.Length - 1) ? _weights.AsSpan(_starts[title].._starts[title + 1]) : [];

    /// <summary>The theme of an id, where this catalogue has it.</summary>
    public bool TryGet(ThemeId id, [NotNullWhen(true)] out Theme? theme)
    {
        theme = _byId.TryGetValue(id.Value, out var index) ? _themes[index] : null;
        return theme is not null;
    }

    private void Weigh(ReadOnlySpan<int> themes, Span<ThemeWeight> weights)
    {
        Span<int> ofKind = stackalloc int[ThemeGatherer.Kinds];
        ofKind.Clear();
        foreach (var theme in themes)
            ofKind[(int)_themes[theme].Kind]++;
        var squares = 0f;
        for (var i = 0; i < themes.Length; i++)
        {
            var theme = _themes[themes[i]];
            var weight = ImportanceOf(theme.Kind) * theme.Rarity / MathF.Sqrt(ofKind[(int)theme.Kind]);
            weights[i] = new ThemeWeight(themes[i], weight);
            squares += weight * weight;
        }

        var scale = 1 / MathF.Sqrt(squares);
        for (var i = 0; i < themes.Length; i++)
            weights[i] = weights[i] with { Weight = weights[i].Weight * scale };
    }

    private static float ImportanceOf(ThemeKind kind) => kind switch
    {
        ThemeKind.Genre => 1f,
        ThemeKind.Tag => 0.8f,
        ThemeKind.Person => 0.7f,
        _ => 0.3f,
    };

    /// <summary>Numbers the themes while titles are read.</summary>
    private sealed class ThemeGatherer
    {
        /// <summary>How many kinds of themes there are.</summary>
        public const int Kinds = 6;

        private readonly Dictionary<ulong, int> _indexes = [];
        private readonly Dictionary<(ThemeKind, string), int> _spellings = [];
        private readonly List<(ThemeId Id, ThemeKind Kind, string Name, string Key)> _found = [];
        private readonly List<List<int>> _titles = [];

        public void Gather(Title title, int number, List<int> entries)
        {
            var start = entries.Count;
            AddAll(ThemeKind.Genre, title.Genres, number, entries);
            AddAll(ThemeKind.Tag, title.Tags, number, entries);
            if (!title.People.IsDefaultOrEmpty)
            {
                foreach (var credit in title.People.AsSpan()[..Math.Min(title.People.Length, MaxOfOneKind)])
                    Add(ThemeKind.Person, credit.Name, number, entries);
            }

            AddAll(ThemeKind.Country, title.Countries, number, entries);
            AddAll(ThemeKind.Language, title.Languages, number, entries);
            if (title.Year is { } year)
                Add(ThemeKind.Decade, $"{year / 10 * 10}s", number, entries);
            CollectionsMarshal.AsSpan(entries)[start..].Sort();
        }

        public ImmutableArray<Theme> ToThemes(int titles)
        {
            var most = MathF.Log(1 + Math.Max(1, titles));
            return [.. _found.Select((theme, index) => new Theme
            {
                Index = index,
                Id = theme.Id,
                Kind = theme.Kind,
                Name = theme.Name,
                Key = theme.Key,
                Rarity = MathF.Sqrt(MathF.Log(1 + ((float)titles / _titles[index].Count)) / most),
                Titles = [.. _titles[index]],
            })];
        }

        private void AddAll(ThemeKind kind, ImmutableArray<string> names, int number, List<int> entries)
        {
            if (names.IsDefaultOrEmpty)
                return;
            foreach (var name in names.AsSpan()[..Math.Min(names.Length, MaxOfOneKind)])
                Add(kind, name, number, entries);
        }

        private void Add(ThemeKind kind, string name, int number, List<int> entries)
        {
            if (string.IsNullOrWhiteSpace(name))
                return;
            if (!_spellings.TryGetValue((kind, name), out var index))
                _spellings.Add((kind, name), index = IndexOf(kind, name));

            // A title may name a theme twice, or in two spellings; two names whose hashes are the same are one theme too.
            if (_titles[index] is { Count: > 0 } titles && titles[^1] == number)
                return;
            _titles[index].Add(number);
            entries.Add(index);
        }

        private int IndexOf(ThemeKind kind, string name)
        {
            var key = ThemeId.KeyOf(kind, name);
            var id = ThemeId.OfKey(key);
            if (_indexes.TryGetValue(id.Value, out var index))
                return index;
            index = _found.Count;
            _indexes.Add(id.Value, index);
            _found.Add((id, kind, name.Trim(), key));
            _titles.Add([]);
            return index;
        }
    }
}
