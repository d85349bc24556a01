using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages.Eligibility;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The order of titles by how much they are watched at one moment, the same for everybody. Safe for concurrent use.</summary>
/// <param name="plays">float[titles] by number; may be shorter than the catalogue.</param>
/// <param name="titles">The catalogue's number of titles, holes counted.</param>
internal sealed class PlaysOrder(ImmutableArray<float> plays, int titles)
{
    // Titles kept in order, of which enough are left whatever a profile may see; where they are not, all are gone through.
    private const int Kept = 512;

    private float[]? _logarithms;
    private int[]? _most;

    /// <summary>What it is the order of.</summary>
    public ImmutableArray<float> Plays => plays;

    /// <summary>The most watched titles of a set, most watched first; titles that nobody watches do not count.</summary>
    /// <param name="set">Which titles.</param>
    /// <param name="into">Receives their numbers.</param>
    /// <returns>How many there are.</returns>
    public int Find(TitleSet set, Span<int> into)
    {
        var most = _most ??= FindMost();
        var count = 0;
        for (var i = 0; i < most.Length && count < into.Length; i++)
        {
            if (set.Contains(most[i])) into[count++] = most[i];
        }

        if (count == into.Length || most.Length < Kept) return count;
        count = BestTitles.Find(set, plays.AsSpan(), into);
        while (count > 0 && !(plays[into[count - 1]] > 0)) count--;
        return count;
    }

    /// <summary>The titles that are watched and may be recommended, those before that are watched much and suit the profile.</summary>
    /// <param name="context">For whom.</param>
    /// <param name="personalShare">How many times the logarithm of the plays one standard deviation of the profile's own score counts.</param>
    public ReadOnlyMemory<int> Select(PageContext context, float personalShare)
    {
        var order = context.Workspace.Order.AsSpan();
        TensorPrimitives.MultiplyAdd(context.Workspace.Rank, personalShare, _logarithms ??= FindLogarithms(), order);
        context.Tire(order, 0, personalShare);
        return context.SelectRecommendable(order);
    }

    private int[] FindMost()
    {
        var most = new int[Kept];
        var count = BestTitles.Find(TitleSet.Upto(titles), plays.AsSpan(), most);
        while (count > 0 && !(plays[most[count - 1]] > 0)) count--;
        return most[..count];
    }

    // NaN where there are no plays.
    private float[] FindLogarithms()
    {
        var logarithms = new float[titles];
        Array.Fill(logarithms, float.NaN);
        var known = plays.AsSpan()[..Math.Min(plays.Length, titles)];
        TensorPrimitives.Log(known, logarithms);
        PageContext.LeaveOutUnless(logarithms.AsSpan(0, known.Length), known);
        return logarithms;
    }
}
