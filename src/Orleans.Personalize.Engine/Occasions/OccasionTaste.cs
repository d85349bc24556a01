using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Occasions;

/// <summary>
/// What a profile watches on one occasion more and less than else: of each aspect, how often it is among the plays on like occasions against how often it is
/// among all plays. What is too little to be told from chance is taken from everybody (empirical Bayes; Robbins 1956). Kept and used again; not safe for concurrent use.
/// </summary>
/// <param name="aspects">What titles are told apart by.</param>
/// <param name="titles">The catalogue's number of titles, holes counted.</param>
internal sealed class OccasionTaste(Aspects aspects, int titles)
{
    // So many plays of an aspect are thought to have been as else before the first is counted.
    private const float Prior = 2;

    // Of so many plays of its own, half is what is usual in the country of a profile and half is what it likes itself.
    private const float CountryPrior = 10;

    // Nothing moves a title further, in units of the logarithm.
    private const float Most = 2.5f;
    private const float Negligible = 0.01f;

    // From which share of what was played there a day or a screen is worth naming.
    private const float Telling = 0.65f;

    private readonly float[] _there = new float[aspects.Count];
    private readonly float[] _else = new float[aspects.Count];
    private readonly float[] _own = new float[aspects.Count];
    private readonly float[] _lifts = new float[aspects.Count];
    private readonly float[] _scores = new float[titles];
    private readonly float[] _weights = new float[ProfileState.MaxInteractions];
    private readonly float[] _near = new float[ProfileState.MaxInteractions];
    private float _plays;
    private float _playsThere;
    private float _playsOfDay;
    private float _playsOnScreen;

    /// <summary>float[titles]: by how much each title suits the occasion more than another, as a natural logarithm of odds.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Whether any title suits the occasion more than another.</summary>
    public bool IsTelling { get; private set; }

    /// <summary>Whether it is the day of the week that makes the occasion, and not only its being one of the weekend or of the rest of the week.</summary>
    public bool IsOfDay => _playsOfDay >= Telling * _playsThere;

    /// <summary>Whether it is watched on that screen mostly.</summary>
    public bool IsOnScreen => _playsOnScreen >= Telling * _playsThere;

    /// <summary>Works it out.</summary>
    /// <param name="history">The profile's visits.</param>
    /// <param name="offset">Its offset from UTC.</param>
    /// <param name="now">The moment.</param>
    /// <param name="occasion">The occasion; null where it is not known.</param>
    /// <param name="population">What everybody does.</param>
    /// <param name="country">Where the profile is, where known.</param>
    public void Fill(
        ReadOnlySpan<Visit> history, TimeSpan offset, DateTimeOffset now, Occasion? occasion, PopulationLifts population, string? country)
    {
        Forget();
        if (occasion is { } known)
            Count(history, offset, now, known);
        if (_plays == 0 && population.Plays.IsEmpty)
            return;
        var everybody = occasion is { } there ? population.On(there) : default;
        var inCountry = population.In(country);
        var countryShare = CountryPrior / (CountryPrior + _plays);
        for (var aspect = 0; aspect < _lifts.Length; aspect++)
        {
            var expected = _plays > 0 ? _playsThere * _else[aspect] / _plays : 0;
            _own[aspect] = PopulationLifts.Lift(_there[aspect], expected, Prior);
            var usual = everybody.IsEmpty ? 0 : everybody[aspect];
            _lifts[aspect] = _own[aspect] + (Prior / (Prior + expected) * usual) + (countryShare * inCountry[aspect]);
        }

        Spread();
    }

    /// <summary>By how much the profile itself watches an aspect more there than else, as a natural logarithm; 0 where that cannot be told from chance.</summary>
    public float OwnLift(int aspect) => _own[aspect];

    /// <summary>By how much the profile plays one title more there than else, as a natural logarithm; 0 where that cannot be told from chance.</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="history">The visits that <see cref="Fill"/> was given.</param>
    public float LiftOf(int title, ReadOnlySpan<Visit> history)
    {
        if (_plays == 0)
            return 0;
        var (there, all) = (0f, 0f);
        for (var i = 0; i < history.Length; i++)
        {
            if (history[i].Title != title)
                continue;
            there += _near[i];
            all += _weights[i];
        }

        return PopulationLifts.Lift(there, _playsThere * all / _plays, Prior);
    }

    private void Forget()
    {
        Array.Clear(_there);
        Array.Clear(_else);
        Array.Clear(_own);
        if (IsTelling)
            Array.Clear(_scores);
        IsTelling = false;
        (_plays, _playsThere, _playsOfDay, _playsOnScreen) = (0, 0, 0, 0);
    }

    // Plays that were left at once speak for nothing.
    private void Count(ReadOnlySpan<Visit> history, TimeSpan offset, DateTimeOffset now, Occasion occasion)
    {
        var seconds = Interaction.ToSeconds(now);
        var weights = _weights.AsSpan(0, history.Length);
        for (var i = 0; i < history.Length; i++)
            weights[i] = -Math.Max(0, (float)seconds - history[i].Seconds) / ProfileMemory.TasteHalfLife;
        TensorPrimitives.Exp2(weights, weights);
        for (var i = 0; i < history.Length; i++)
        {
            ref readonly var visit = ref history[i];
            _near[i] = 0;
            if (visit.Screen == Screens.None || visit.Strength < 0)
            {
                weights[i] = 0;
                continue;
            }

            var at = new Occasion(LocalTime.Of(visit.Seconds + (long)offset.TotalSeconds), visit.Screen);
            var weight = weights[i];
            var near = weight * occasion.Nearness(at);
            _near[i] = near;
            _plays += weight;
            _playsThere += near;
            _playsOfDay += at.Time.Day == occasion.Time.Day ? near : 0;
            _playsOnScreen += at.Screen == occasion.Screen ? near : 0;
            foreach (var (aspect, _) in aspects.Of(visit.Title))
            {
                _there[aspect] += near;
                _else[aspect] += weight;
            }
        }
    }

    private void Spread()
    {
        for (var aspect = 0; aspect < _lifts.Length; aspect++)
        {
            var lift = _lifts[aspect];
            if (MathF.Abs(lift) < Negligible)
                continue;
            IsTelling = true;
            foreach (var (title, weight) in aspects.TitlesOf(aspect))
                _scores[title] += weight * lift;
        }

        if (IsTelling)
            TensorPrimitives.Clamp<float>(_scores, -Most, Most, _scores);
    }
}
