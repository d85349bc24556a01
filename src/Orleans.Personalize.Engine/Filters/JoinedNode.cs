using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>Several parts joined by 'and' or by 'or'.</summary>
/// <param name="all">Whether all must be true; otherwise one is enough.</param>
/// <param name="parts">Two or more.</param>
internal sealed class JoinedNode(bool all, FilterNode[] parts) : FilterNode
{
    /// <inheritdoc/>
    public override bool Matches(Title title) =>
        all ? Array.TrueForAll(parts, part => part.Matches(title)) : Array.Exists(parts, part => part.Matches(title));

    /// <inheritdoc/>
    public override void Fill(FilterIndex index, TitleSet into)
    {
        parts[0].Fill(index, into);
        var next = index.NewSet();
        foreach (var part in parts.AsSpan(1))
        {
            part.Fill(index, next);
            if (all) into.IntersectWith(next);
            else into.UnionWith(next);
        }
    }

    /// <inheritdoc/>
    public override void Print(StringBuilder into)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) into.Append(all ? " and " : " or ");
            var isJoined = parts[i] is JoinedNode;
            if (isJoined) into.Append('(');
            parts[i].Print(into);
            if (isJoined) into.Append(')');
        }
    }
}
