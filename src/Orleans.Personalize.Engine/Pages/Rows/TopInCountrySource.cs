using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What is watched most in the profile's country, the same order for everybody there.</summary>
internal sealed class TopInCountrySource : IRowSource
{
    private const int Most = 10;

    private static readonly RowId Id = new("top-in-country");

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        if (context.Country is not { } country) return;
        Span<int> most = stackalloc int[Most];
        most = most[..context.Basis.OrderOf(context.Moment.Trend.PlaysIn(country)).Find(context.Workspace.Recommendable, most)];
        into.Add(new RowCandidate
        {
            Kind = RowKind.TopInCountry,
            Id = Id,
            Heading = "Most watched in your country",
            Reason = Reasons.PopularInCountry,
            Titles = context.Workspace.Numbers.Keep(most),
            IsOrdered = true,
            Weight = context.Options.TopInCountryWeight,
        });
    }
}
