using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Judgements;

/// <summary>Histories turned round: who judged each title, and how.</summary>
internal sealed class JudgementsByTitle
{
    private readonly int[] _starts;
    private readonly (int Profile, float Strength)[] _judgements;

    public JudgementsByTitle(EventHistories histories)
    {
        _starts = new int[histories.TitleCount + 1];
        var counts = histories.Counts();
        for (var title = 0; title < counts.Length; title++)
            _starts[title + 1] = _starts[title] + counts[title];
        _judgements = new (int, float)[histories.EventCount];
        var next = _starts.AsSpan(0, counts.Length).ToArray();
        for (var profile = 0; profile < histories.ProfileCount; profile++)
        {
            foreach (var e in histories.Events(profile))
                _judgements[next[e.Title]++] = (profile, e.Strength);
        }
    }

    public ReadOnlySpan<(int Profile, float Strength)> Of(int title) => _judgements.AsSpan(_starts[title].._starts[title + 1]);
}
