using System.Buffers;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Scoring;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>
/// The neighbours of every title that was ever asked for, worked out once. Depends on catalogue and model alone, so who asks first
/// makes no difference to the answer.
/// </summary>
/// <param name="scorer">What similarity is asked of.</param>
internal sealed class NeighbourIndex(TitleScorer scorer)
{
    /// <summary>How many neighbours of a title are kept: two full rows and what falls away in between.</summary>
    private const int Kept = 160;

    private readonly TitleSet _all = TitleSet.Upto(scorer.Catalog.Count);
    private readonly Neighbours?[] _neighbours = new Neighbours?[scorer.Catalog.Count];

    /// <summary>The titles most similar to one.</summary>
    public Neighbours Of(int title) => Volatile.Read(ref _neighbours[title]) ?? Find(title);

    private Neighbours Find(int title)
    {
        var count = scorer.Catalog.Count;
        var similarity = ArrayPool<float>.Shared.Rent(count);
        try
        {
            scorer.Similarity(title, similarity.AsSpan(0, count));
            Span<int> titles = stackalloc int[Kept];
            PageContext.LeaveOutUnless(similarity.AsSpan(0, count), similarity);
            int[] found = titles[..BestTitles.Find(_all, similarity.AsSpan(0, count), titles)].ToArray();
            var neighbours = new Neighbours(found, Array.ConvertAll(found, other => similarity[other]));
            Volatile.Write(ref _neighbours[title], neighbours);
            return neighbours;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(similarity);
        }
    }
}
