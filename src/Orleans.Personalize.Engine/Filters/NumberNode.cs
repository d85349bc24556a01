using System.Globalization;
using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>Holds a number of a title against numbers; false where the title does not say its number.</summary>
/// <param name="field">Year, maturity or runtime.</param>
/// <param name="comparison">How.</param>
/// <param name="values">One number; several only for <see cref="FilterComparison.Equal"/>, of which one is enough.</param>
internal sealed class NumberNode(FilterField field, FilterComparison comparison, decimal[] values) : FilterNode
{
    private readonly double[] _values = Array.ConvertAll(values, value => (double)value);

    /// <inheritdoc/>
    public override bool Matches(Title title) => Matches(FilterIndex.NumberOf(title, field));

    /// <inheritdoc/>
    public override void Fill(FilterIndex index, TitleSet into)
    {
        into.Clear();
        var numbers = index.Numbers(field);
        foreach (var title in index.Present)
        {
            if (Matches(numbers[title])) into.Add(title);
        }
    }

    /// <inheritdoc/>
    public override void Print(StringBuilder into)
    {
        into.Append(FilterWords.Of(field));
        if (values.Length == 1)
        {
            into.Append(FilterWords.Of(comparison)).Append(values[0].ToString(CultureInfo.InvariantCulture));
            return;
        }

        into.Append(" in [").AppendJoin(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture))).Append(']');
    }

    // A number that is not known is NaN.
    private bool Matches(double number) => comparison switch
    {
        FilterComparison.Equal => Array.IndexOf(_values, number) >= 0 && !double.IsNaN(number),
        FilterComparison.NotEqual => !double.IsNaN(number) && number != _values[0],
        FilterComparison.Less => number < _values[0],
        FilterComparison.AtMost => number <= _values[0],
        FilterComparison.Greater => number > _values[0],
        _ => number >= _values[0],
    };
}
