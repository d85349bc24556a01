using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>Playbacks to resume, the likeliest first; always on top, as it is what most people come back for.</summary>
internal sealed class ContinueWatchingSource : IRowSource
{
    // Days after which the chance that a playback is resumed has fallen to 1/e.
    private const double Patience = 6;

    private static readonly RowId Id = new("continue-watching");
    private static readonly Reason Why = new() { Kind = ReasonKind.Resume, Text = "Pick up where you left off" };

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var playbacks = context.Resumable;
        if (playbacks.Length == 0) return;
        var titles = new int[playbacks.Length];
        var chances = new float[playbacks.Length];
        var top = new TopTitles(titles, chances);
        foreach (var playback in playbacks) top.Offer(playback.Title, ChanceOf(playback, context.Now));
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

    // A series goes on whatever the episode's position; a film half seen draws more than one just begun.
    private static float ChanceOf(Resumable playback, DateTimeOffset now)
    {
        var progress = playback.Progress;
        var idle = Math.Max(0, (now - playback.Since).TotalDays);
        var pull = progress.Episode is not null ? 1
            : progress.DurationSeconds is > 0 and { } length ? 0.6 + (0.4 * Math.Clamp(progress.PositionSeconds / length, 0, 1))
            : 0.8;
        return (float)(pull * Math.Exp(-idle / Patience));
    }
}
