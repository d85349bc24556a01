using Orleans.Personalize.Engine.Pages;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Adds a part to the score by which titles are ranked for a profile: on pages and lists, in searches, among similar titles and for messages. Match
/// scores stay as they are: they are calibrated probabilities, and a service's wishes make nothing more likely to please.
/// </summary>
public interface IScoreSource
{
    /// <summary>The part's name where a score is explained; 1 to 40 characters, other than those of other parts.</summary>
    string Name { get; }

    /// <summary>Scores every title.</summary>
    /// <param name="page">For whom and when; its <see cref="PageView.Rank"/> is the score without the parts that come after this one.</param>
    /// <param name="scores">
    /// float[Catalog.Count] by catalogue number, all zeros: to be filled with what is added to each title's rank, in standard deviations of the score over
    /// the titles that may be recommended; 0.3 is a nudge, 3 overrules taste. Values beyond 100 either way, and those that are no number, count as 0.
    /// </param>
    void Score(PageView page, Span<float> scores);
}
