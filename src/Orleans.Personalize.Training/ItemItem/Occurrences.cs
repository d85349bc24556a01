using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Where each title stands in the histories.</summary>
internal sealed class Occurrences
{
    private readonly int[] _starts;
    private readonly (int Profile, int Position)[] _places;

    public Occurrences(EventHistories histories)
    {
        _starts = new int[histories.TitleCount + 1];
        _places = new (int, int)[histories.EventCount];
        var counts = histories.Counts();
        for (var title = 0; title < counts.Length; title++)
            _starts[title + 1] = _starts[title] + counts[title];
        var next = _starts.AsSpan(0, counts.Length).ToArray();
        for (var profile = 0; profile < histories.ProfileCount; profile++)
        {
            var titles = histories.Titles(profile);
            for (var position = 0; position < titles.Length; position++)
                _places[next[titles[position]]++] = (profile, position);
        }
    }

    public ReadOnlySpan<(int Profile, int Position)> this[int title] => _places.AsSpan(_starts[title].._starts[title + 1]);
}
