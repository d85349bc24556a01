using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>
/// The titles of one catalogue by what filters ask about. Each field is indexed when it is asked about first; safe for concurrent use.
/// </summary>
internal sealed class FilterIndex
{
    private readonly Catalog _catalog;
    private readonly Lazy<Dictionary<string, List<int>>>[] _names;
    private readonly Lazy<double[]>[] _numbers;

    /// <summary>Prepares for a catalogue.</summary>
    public FilterIndex(Catalog catalog)
    {
        _catalog = catalog;
        Present = NewSet();
        for (var title = 0; title < catalog.Count; title++)
        {
            if (catalog[title] is not null) Present.Add(title);
        }

        var fields = Enum.GetValues<FilterField>();
        _names = Array.ConvertAll(fields, field => new Lazy<Dictionary<string, List<int>>>(() => IndexNames(field)));
        _numbers = Array.ConvertAll(fields, field => new Lazy<double[]>(() => IndexNumbers(field)));
    }

    /// <summary>The titles that are there.</summary>
    public TitleSet Present { get; }

    /// <summary>An empty set over all titles.</summary>
    public TitleSet NewSet() => TitleSet.Of(_catalog.Count);

    /// <summary>The titles that have a name of a kind.</summary>
    /// <param name="field">The kind.</param>
    /// <param name="key">The name's <see cref="KeyOf"/>.</param>
    public IReadOnlyList<int> TitlesOf(FilterField field, string key) =>
        field == FilterField.Id ? TitleOf(key) : _names[(int)field].Value.TryGetValue(key, out var titles) ? titles : [];

    /// <summary>double[titles]: a number of each title; NaN where it is not known.</summary>
    public double[] Numbers(FilterField field) => _numbers[(int)field].Value;

    /// <summary>What a title says of its names of a kind.</summary>
    public static IEnumerable<string> NamesOf(Title title, FilterField field) => field switch
    {
        FilterField.Genre => title.Genres.IsDefault ? [] : title.Genres,
        FilterField.Tag => title.Tags.IsDefault ? [] : title.Tags,
        FilterField.Person => title.People.IsDefault ? [] : title.People.Select(person => person.Name),
        FilterField.Country => title.Countries.IsDefault ? [] : title.Countries,
        FilterField.Language => title.Languages.IsDefault ? [] : title.Languages,
        FilterField.Kind => [title.Kind == TitleKind.Film ? "film" : "series"],
        FilterField.Id => [title.Id.Value],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "has no names"),
    };

    /// <summary>A number of a title; NaN where it is not known.</summary>
    public static double NumberOf(Title title, FilterField field) => field switch
    {
        FilterField.Year => title.Year ?? double.NaN,
        FilterField.Maturity => title.MaturityAge,
        FilterField.Runtime => title.RuntimeMinutes ?? double.NaN,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "is no number"),
    };

    /// <summary>What is the same for all spellings of a name that mean the same; ids have one spelling only.</summary>
    public static string KeyOf(FilterField field, string name) => field == FilterField.Id ? name : ThemeId.KeyOf(ThemeKind.Tag, name);

    private IReadOnlyList<int> TitleOf(string id) => _catalog.TryGetNumber(new TitleId(id), out var number) ? [number] : [];

    private Dictionary<string, List<int>> IndexNames(FilterField field)
    {
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var bySpelling = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var title in Present)
        {
            foreach (var name in NamesOf(_catalog[title]!, field))
            {
                if (!bySpelling.TryGetValue(name, out var titles))
                {
                    var key = KeyOf(field, name);
                    if (!byKey.TryGetValue(key, out titles)) byKey.Add(key, titles = []);
                    bySpelling.Add(name, titles);
                }

                titles.Add(title);
            }
        }

        return byKey;
    }

    private double[] IndexNumbers(FilterField field)
    {
        var numbers = new double[_catalog.Count];
        Array.Fill(numbers, double.NaN);
        foreach (var title in Present) numbers[title] = NumberOf(_catalog[title]!, field);
        return numbers;
    }
}
