using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>The opposite of a part.</summary>
/// <param name="part">The part.</param>
internal sealed class NotNode(FilterNode part) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(Title title) => !part.Matches(title);

    /// <inheritdoc/>
    public override void Fill(FilterIndex index, TitleSet into)
    {
        part.Fill(index, into);
        into.ComplementWithin(index.Present);
    }

    /// <inheritdoc/>
    public override void Print(StringBuilder into)
    {
        var isJoined = part is JoinedNode;
        into.Append(isJoined ? "not (" : "not ");
        part.Print(into);
        if (isJoined) into.Append(')');
    }
}
