using System.Collections.Immutable;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Gathers probabilities and what came true, all together and by slices. Standard errors are by the bootstrap (B. Efron, 1979).</summary>
internal sealed class MatchTally(ulong seed)
{
    private const int Resamples = 200;

    // Of fewer outcomes nothing can be said.
    private const int FewestOfSlice = 2 * CalibrationError.Bins;

    private static readonly (string Name, Func<IEnumerable<(double, bool)>, double> Of)[] Figures =
    [
        ($"ECE@{CalibrationError.Bins}", CalibrationError.Of),
        ("AUC", AreaUnderCurve.Of),
        ("Brier", BrierScore.Of),
        ("Liked", outcomes => outcomes.Average(outcome => outcome.Item2 ? 1.0 : 0)),
        ("MatchScore", outcomes => outcomes.Average(outcome => outcome.Item1)),
    ];

    private readonly List<(double Probability, bool Outcome)> _outcomes = [];
    private readonly Dictionary<Slice, List<(double Probability, bool Outcome)>> _slices = [];

    public IReadOnlyList<(double Probability, bool Outcome)> Outcomes => _outcomes;

    public ImmutableSortedDictionary<string, MetricValue> Metrics => Measure(_outcomes);

    public ImmutableArray<EvaluationSlice> Slices =>
    [
        .. _slices
            .Where(slice => slice.Value.Count >= FewestOfSlice)
            .OrderBy(slice => slice.Key.Group, StringComparer.Ordinal)
            .ThenBy(slice => slice.Key.Order)
            .Select(slice => new EvaluationSlice
            {
                Group = slice.Key.Group,
                Name = slice.Key.Name,
                Count = slice.Value.Count,
                Metrics = Measure(slice.Value),
            }),
    ];

    /// <summary>Adds an answer to one held-out event.</summary>
    public void Add(RankedAnswer answer, HeldOutExample example, params ReadOnlySpan<Slice> slices)
    {
        _outcomes.Add(OutcomeOf(answer, example));
        foreach (var slice in slices)
            AddAside(answer, example, slice);
    }

    /// <summary>Adds an answer to a slice only.</summary>
    public void AddAside(RankedAnswer answer, HeldOutExample example, Slice slice)
    {
        if (!_slices.TryGetValue(slice, out var outcomes))
            _slices.Add(slice, outcomes = []);
        outcomes.Add(OutcomeOf(answer, example));
    }

    private static (double Probability, bool Outcome) OutcomeOf(RankedAnswer answer, HeldOutExample example) =>
        (answer.MatchScores[0], Judgement.IsLiked(example.HeldOut[0]));

    private ImmutableSortedDictionary<string, MetricValue> Measure(List<(double Probability, bool Outcome)> outcomes)
    {
        var random = new SeededRandom(seed);
        var values = Figures.Select(_ => new List<double>()).ToArray();
        var drawn = new (double, bool)[outcomes.Count];
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = outcomes[random.NextBelow(drawn.Length)];
            for (var i = 0; i < Figures.Length; i++)
                values[i].Add(Figures[i].Of(drawn));
        }

        return Figures
            .Select((figure, i) => KeyValuePair.Create(figure.Name, new MetricValue(figure.Of(outcomes), Deviation(values[i]))))
            .Where(figure => double.IsFinite(figure.Value.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    // Resamples of which a figure cannot be computed, such as an AUC of one kind of outcome, are left out.
    private static double Deviation(List<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length < 2)
            return 0;
        var mean = finite.Average();
        return Math.Sqrt(finite.Sum(value => (value - mean) * (value - mean)) / (finite.Length - 1));
    }
}
