using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleFilter;

/// <summary>A filter drawn from a seed: its text, in one of many spellings, and what it means, said a second time without the parser.</summary>
internal sealed class RandomFilter
{
    private static readonly string[] Names =
        ["Drama", "Sci-Fi/Fantasy", "(no genres listed)", "tag 1", "witty", "Person 3", "a \"b\" \\c", "and", "DE", "nowhere"];

    private readonly Random _random;

    public RandomFilter(int seed)
    {
        _random = new Random(seed);
        (Text, Matches) = Either(2);
    }

    public string Text { get; }

    public Func<Title, bool> Matches { get; }

    private (string, Func<Title, bool>) Either(int depth) =>
        Joined(depth, "or", All, (a, b) => title => a(title) || b(title));

    private (string, Func<Title, bool>) All(int depth) =>
        Joined(depth, "AND", One, (a, b) => title => a(title) && b(title));

    private (string, Func<Title, bool>) Joined(
        int depth,
        string word,
        Func<int, (string Text, Func<Title, bool> Matches)> next,
        Func<Func<Title, bool>, Func<Title, bool>, Func<Title, bool>> join)
    {
        var (text, matches) = next(depth);
        for (var more = _random.Next(3); more > 0; more--)
        {
            var other = next(depth);
            text += $" {word}  {other.Text}";
            matches = join(matches, other.Matches);
        }

        return (text, matches);
    }

    private (string Text, Func<Title, bool> Matches) One(int depth)
    {
        switch (depth > 0 ? _random.Next(5) : 4)
        {
            case 0:
                var (text, matches) = One(depth - 1);
                return ($"not {text}", title => !matches(title));
            case 1:
                var (inside, matchesInside) = Either(depth - 1);
                return ($"({inside} )", matchesInside);
            default:
                return _random.Next(2) == 0 ? NameTest() : NumberTest();
        }
    }

    private (string, Func<Title, bool>) NameTest()
    {
        var name = Names[_random.Next(Names.Length)];
        var other = Names[_random.Next(Names.Length)];
        var (field, namesOf) = _random.Next(4) switch
        {
            0 => ("genre", (Func<Title, IEnumerable<string>>)(title => title.Genres)),
            1 => ("tag", title => title.Tags),
            2 => ("person", title => title.People.Select(person => person.Name)),
            _ => ("country", title => title.Countries),
        };
        return _random.Next(2) == 0
            ? ($"{field}:{Spelled(name)}", title => namesOf(title).Contains(name))
            : ($"{field} IN [{Spelled(name)},{Spelled(other)}]", title => namesOf(title).Any(n => n == name || n == other));
    }

    private (string, Func<Title, bool>) NumberTest()
    {
        var (field, most, numberOf) = _random.Next(3) switch
        {
            0 => ("year", 80, (Func<Title, double?>)(title => title.Year)),
            1 => ("maturity", 22, title => title.MaturityAge),
            _ => ("runtime", 200, title => title.RuntimeMinutes),
        };
        var value = _random.Next(most) + (most == 80 ? 1945 : 0);
        return _random.Next(7) switch
        {
            0 => ($"{field}={value}", title => numberOf(title) == value),
            1 => ($"{field} != {value}", title => numberOf(title) is { } number && number != value),
            2 => ($"{field}<{value}.50", title => numberOf(title) < value + 0.5),
            3 => ($"{field} <= {value}", title => numberOf(title) <= value),
            4 => ($"{field}>{value}", title => numberOf(title) > value),
            5 => ($"{field}:{value}", title => numberOf(title) == value),
            _ => ($"{field} in [{value}, {value + 1}]", title => numberOf(title) == value || numberOf(title) == value + 1),
        };
    }

    private string Spelled(string name) =>
        name is "Drama" or "witty" or "DE" or "and" && _random.Next(2) == 0
            ? name.ToUpperInvariant()
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
