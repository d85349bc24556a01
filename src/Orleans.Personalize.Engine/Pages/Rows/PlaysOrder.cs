using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The order of titles by how much they are watched right now.</summary>
internal static class PlaysOrder
{
    /// <summary>The titles that are watched and may be recommended, most watched first.</summary>
    /// <param name="context">For whom.</param>
    /// <param name="plays">float[titles] by number; may be shorter than the catalogue.</param>
    /// <param name="personalShare">How many times the logarithm of the plays one standard deviation of the profile's own score counts; 0 for an order that is the same for all.</param>
    /// <param name="most">How many at most.</param>
    public static ReadOnlyMemory<int> Select(PageContext context, ImmutableArray<float> plays, float personalShare, int most = PageContext.LongestOrder)
    {
        var order = context.Workspace.Order.AsSpan();
        var known = plays.AsSpan();
        known = known[..Math.Min(known.Length, order.Length)];
        TensorPrimitives.Log(known, order);
        TensorPrimitives.MultiplyAdd(context.Workspace.Rank.AsSpan(0, known.Length), personalShare, order[..known.Length], order);
        if (personalShare > 0) context.Tire(order[..known.Length], 0, personalShare);
        PageContext.LeaveOutUnless(order[..known.Length], known);
        order[known.Length..].Fill(float.NaN);
        return context.SelectRecommendable(order, most);
    }
}
