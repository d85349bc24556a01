using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Occasions;

/// <summary>
/// How much more each aspect is watched by everybody on an occasion, and in a country, than at large: natural logarithms, 0 where too little is known.
/// A pure function of the plays; safe for concurrent use.
/// </summary>
internal sealed class PopulationLifts
{
    // So many plays are thought to have been as everywhere before the first is counted.
    private const float Prior = 20;

    // Standard errors by which what was counted must stand out.
    private const float Doubt = 0.5f;

    private readonly Aspects _aspects;
    private readonly OccasionPlays _plays;
    private readonly float[] _none;
    private readonly float[]?[] _occasions = new float[]?[Occasion.Count];
    private readonly ConcurrentDictionary<string, float[]> _countries = new(StringComparer.Ordinal);

    // float[occasions × aspects], row-major: plays of titles that have the aspect, and all plays on the occasion.
    private readonly float[] _played;
    private readonly float[] _all = new float[Occasion.Count];

    public PopulationLifts(Aspects aspects, OccasionPlays plays)
    {
        _aspects = aspects;
        _plays = plays;
        _none = new float[aspects.Count];
        _played = new float[Occasion.Count * aspects.Count];
        for (var title = 0; title < plays.Titles; title++)
        {
            var (occasions, counts) = plays.PlaysOf(title);
            for (var i = 0; i < counts.Length; i++)
                Add(occasions.Span[i], title, counts.Span[i]);
        }
    }

    /// <summary>The plays that are counted.</summary>
    public OccasionPlays Plays => _plays;

    /// <summary>On an occasion: float[aspects].</summary>
    public ReadOnlySpan<float> On(Occasion occasion) => _occasions[occasion.Number] ??= Lifts(occasion.Number);

    /// <summary>In a country: float[aspects].</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null for one that is not known.</param>
    public ReadOnlySpan<float> In(string? country) =>
        country is not null && _plays.Countries.ContainsKey(country) ? _countries.GetOrAdd(country, Lifts) : _none;

    /// <summary>The logarithm of how much more was counted than expected, as far as it stands out from chance.</summary>
    /// <param name="counted">What was counted.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="prior">How many counts it takes to be believed.</param>
    public static float Lift(float counted, float expected, float prior)
    {
        var lift = MathF.Log((counted + prior) / (expected + prior));
        return MathF.CopySign(Math.Max(0, MathF.Abs(lift) - (Doubt / MathF.Sqrt(expected + prior))), lift);
    }

    private void Add(int occasion, int title, float count)
    {
        _all[occasion] += count;
        foreach (var (aspect, _) in _aspects.Of(title))
            _played[(occasion * _aspects.Count) + aspect] += count;
    }

    private float[] Lifts(int occasion)
    {
        var (there, everywhere) = (new float[_aspects.Count], new float[_aspects.Count]);
        var (allThere, all) = (0f, 0f);
        for (var other = 1; other < Occasion.Count; other++)
        {
            var nearness = Occasion.Nearness(occasion, other);
            allThere += nearness * _all[other];
            all += _all[other];
            for (var aspect = 0; aspect < there.Length; aspect++)
            {
                there[aspect] += nearness * _played[(other * _aspects.Count) + aspect];
                everywhere[aspect] += _played[(other * _aspects.Count) + aspect];
            }
        }

        return Compare(there, allThere, everywhere, all);
    }

    private float[] Lifts(string country)
    {
        var (there, everywhere) = (new float[_aspects.Count], new float[_aspects.Count]);
        var (allThere, all) = (0f, 0f);
        // In an order of its own, so that sums are the same everywhere.
        foreach (var (name, plays) in _plays.Countries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            all += Sum(plays, everywhere);
            if (string.Equals(name, country, StringComparison.Ordinal))
                allThere = Sum(plays, there);
        }

        return Compare(there, allThere, everywhere, all);
    }

    private float Sum(ImmutableArray<float> plays, float[] into)
    {
        var all = 0f;
        for (var title = 0; title < plays.Length; title++)
        {
            if (!(plays[title] > 0))
                continue;
            all += plays[title];
            foreach (var (aspect, _) in _aspects.Of(title))
                into[aspect] += plays[title];
        }

        return all;
    }

    private static float[] Compare(float[] there, float allThere, float[] everywhere, float all)
    {
        for (var aspect = 0; aspect < there.Length; aspect++)
            there[aspect] = all > 0 ? Lift(there[aspect], allThere * everywhere[aspect] / all, Prior) : 0;
        return there;
    }
}
