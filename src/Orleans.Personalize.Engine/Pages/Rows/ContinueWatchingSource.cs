using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>Playbacks to resume, the likeliest first; always on top, as it is what most people come back for.</summary>
internal sealed class ContinueWatchingSource : IRowSource
{
    private static readonly RowId Id = new("continue-watching");
    private static readonly Reason Why = new() { Kind = ReasonKind.Resume, Text = "Pick up where you left off" };

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var playbacks = context.Resumable;
        if (playbacks.Count == 0) return;
        var titles = new int[playbacks.Count];
        var chances = new float[playbacks.Count];
        var top = new TopTitles(titles, chances);
        foreach (var playback in playbacks) top.Offer(playback.Title, ResumeChance.Of(playback, context));
        into.Add(new RowCandidate
        {
            Kind = RowKind.ContinueWatching,
            Id = Id,
            Heading = "Continue watching",
            Reason = Why,
            Titles = titles.AsMemory(0, top.Sort()),
            IsOrdered = true,
            IsOwn = true,
            IsAnchored = true,
            HasCardReasons = true,
        });
    }
}
