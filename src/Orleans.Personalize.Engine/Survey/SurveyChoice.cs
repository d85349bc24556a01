using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Survey;

/// <summary>
/// Chooses what to ask, one title after the other: the one whose answer is expected to take most of the uncertainty about all the others
/// away, given what was asked before (greedy choice for a Gaussian process; A. Krause, A. Singh and C. Guestrin, "Near-Optimal Sensor
/// Placements in Gaussian Processes", 2008; for surveys of taste, N. Golbandi, Y. Koren and R. Lempel, "Adaptive Bootstrapping of
/// Recommender Systems Using Decision Trees", 2011). A title that nobody knows, or whose answer is sure, tells nothing.
/// </summary>
internal sealed class SurveyChoice
{
    // Variance of an answer that liking does not explain, against 1 of liking.
    private const float Noise = 0.5f;

    private readonly SurveyTitles _titles;
    private readonly float[] _covariance;
    private readonly bool[] _isAsked;

    public SurveyChoice(SurveyTitles titles)
    {
        _titles = titles;
        _covariance = titles.Covariance.ToArray();
        _isAsked = new bool[titles.Numbers.Length];
    }

    /// <summary>Takes what a profile's judgement of a title tells of the others.</summary>
    /// <param name="title">A catalogue number; one that no survey asks about changes nothing.</param>
    public void Answered(int title)
    {
        var place = Array.IndexOf(_titles.Numbers, title);
        if (place >= 0 && !_isAsked[place])
            Ask(place);
    }

    /// <summary>The catalogue number of the title to ask about next; -1 where there is none left.</summary>
    /// <param name="probability">How probable it is that the profile likes a title; negative for one that may not be asked about.</param>
    public int Next(Func<int, float> probability)
    {
        var (best, most) = (-1, 0f);
        for (var place = 0; place < _isAsked.Length; place++)
        {
            if (_isAsked[place] || probability(_titles.Numbers[place]) is not (>= 0 and var p))
                continue;
            var row = Row(place);
            var told = TensorPrimitives.SumOfSquares<float>(row) / (Math.Max(0, row[place]) + Noise);
            var worth = _titles.Known[place] * (0.25f + (p * (1 - p))) * told;
            if (worth > most)
                (best, most) = (place, worth);
        }

        if (best < 0)
            return -1;
        Ask(best);
        return _titles.Numbers[best];
    }

    private Span<float> Row(int place) => _covariance.AsSpan(place * _isAsked.Length, _isAsked.Length);

    // The covariance of the others, given the answer about one.
    private void Ask(int place)
    {
        _isAsked[place] = true;
        float[] asked = [.. Row(place)];
        var scale = 1 / (Math.Max(0, asked[place]) + Noise);
        for (var other = 0; other < asked.Length; other++)
            TensorPrimitives.MultiplyAdd(asked, -scale * asked[other], Row(other), Row(other));
    }
}
