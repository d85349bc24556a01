using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>Looks among a title's names of one kind for one of several; spelling that differs in case or blanks only is the same name.</summary>
/// <param name="field">A field of names.</param>
/// <param name="values">The names as they were written.</param>
internal sealed class TextNode(FilterField field, string[] values) : FilterNode
{
    private readonly HashSet<string> _keys = new(values.Select(value => FilterIndex.KeyOf(field, value)), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Matches(Title title) => FilterIndex.NamesOf(title, field).Any(name => _keys.Contains(FilterIndex.KeyOf(field, name)));

    /// <inheritdoc/>
    public override void Fill(FilterIndex index, TitleSet into)
    {
        into.Clear();
        foreach (var key in _keys)
        {
            foreach (var title in index.TitlesOf(field, key)) into.Add(title);
        }
    }

    /// <inheritdoc/>
    public override void Print(StringBuilder into)
    {
        into.Append(FilterWords.Of(field));
        if (values.Length == 1)
        {
            into.Append(':').Append(FilterWords.Quoted(values[0]));
            return;
        }

        into.Append(" in [").AppendJoin(", ", values.Select(FilterWords.Quoted)).Append(']');
    }
}
