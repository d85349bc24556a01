namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// Keeps the best of many titles in one pass: a binary heap with the worst kept title on top, O(n log k) at worst and close to O(n) as most
/// titles never enter. Equal scores go to the smaller number, so the outcome does not depend on the order of arrival.
/// </summary>
/// <param name="titles">int[k], where the kept titles stand.</param>
/// <param name="scores">float[k], their scores.</param>
internal ref struct TopTitles(Span<int> titles, Span<float> scores)
{
    private readonly Span<int> _titles = titles;
    private readonly Span<float> _scores = scores;
    private int _count;

    /// <summary>Offers a title; NaN never enters.</summary>
    public void Offer(int title, float score)
    {
        if (_count < _titles.Length)
        {
            if (float.IsNaN(score)) return;
            SiftUp(_count++, title, score);
        }
        else if (_count > 0 && IsBetter(score, title, _scores[0], _titles[0]))
        {
            SiftDown(_count, title, score);
        }
    }

    /// <summary>Puts the kept titles in order, best first; nothing may be offered afterwards.</summary>
    /// <returns>How many there are.</returns>
    public int Sort()
    {
        Span<ulong> keys = stackalloc ulong[_count];
        for (var i = 0; i < _count; i++) keys[i] = ScoreKeys.Of(_titles[i], _scores[i]);
        ScoreKeys.Sort(keys);
        for (var i = 0; i < _count; i++) (_titles[i], _scores[i]) = (ScoreKeys.TitleOf(keys[i]), ScoreKeys.ScoreOf(keys[i]));
        return _count;
    }

    private static bool IsBetter(float score, int title, float otherScore, int otherTitle) =>
        score > otherScore || (score == otherScore && title < otherTitle);

    private readonly void SiftUp(int at, int title, float score)
    {
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!IsBetter(_scores[parent], _titles[parent], score, title)) break;
            (_titles[at], _scores[at]) = (_titles[parent], _scores[parent]);
            at = parent;
        }

        (_titles[at], _scores[at]) = (title, score);
    }

    private readonly void SiftDown(int count, int title, float score)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= count) break;
            if (child + 1 < count && IsBetter(_scores[child], _titles[child], _scores[child + 1], _titles[child + 1])) child++;
            if (!IsBetter(score, title, _scores[child], _titles[child])) break;
            (_titles[at], _scores[at]) = (_titles[child], _scores[child]);
            at = child;
        }

        (_titles[at], _scores[at]) = (title, score);
    }
}
