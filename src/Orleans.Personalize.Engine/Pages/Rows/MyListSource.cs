using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What the profile saved, newest first.</summary>
internal sealed class MyListSource : IRowSource
{
    private static readonly RowId Id = new("my-list");

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        if (context.MyList.Length == 0) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.MyList,
            Id = Id,
            Heading = "My list",
            Reason = Reasons.MyList,
            Titles = context.MyList,
            IsOrdered = true,
            IsOwn = true,
            Weight = context.Options.MyListWeight,
        });
    }
}
