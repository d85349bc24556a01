using System.Globalization;
using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>
/// A filter expression: tests of a title's fields, joined by 'and', 'or', 'not' and brackets, such as
/// <c>genre:"Science Fiction" and year&gt;=1990 and not tag:gore</c>. It is data: it can read a title's fields and nothing else.
/// </summary>
public sealed class TitleFilter : ITitleFilter
{
    private readonly FilterNode _root;

    private TitleFilter(FilterNode root) => _root = root;

    /// <summary>Reads a filter.</summary>
    /// <exception cref="InvalidRequestException">It is none; the field is <c>filter</c> and the reason names the column, counted from 1.</exception>
    public static TitleFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= TitleSelection.MaxFilterLength
            ? new TitleFilter(FilterParser.Parse(text))
            : throw new InvalidRequestException("filter", $"must be at most {TitleSelection.MaxFilterLength} characters");
    }

    /// <summary>Whether a title passes.</summary>
    public bool Matches(Title title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return _root.Matches(title);
    }

    bool ITitleFilter.Allows(Title title, in Viewer viewer) => Matches(title);

    /// <summary>The filter in its plainest spelling, which reads back as the same filter.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        _root.Print(text);
        return text.ToString();
    }

    /// <summary>The titles of a catalogue that pass.</summary>
    internal TitleSet Compile(FilterIndex index)
    {
        var titles = index.NewSet();
        _root.Fill(index, titles);
        return titles;
    }

    /// <summary>The error for something wrong at a column, counted from 1.</summary>
    internal static InvalidRequestException Wrong(int column, string reason) =>
        new("filter", $"column {column.ToString(CultureInfo.InvariantCulture)}: {reason}");
}
