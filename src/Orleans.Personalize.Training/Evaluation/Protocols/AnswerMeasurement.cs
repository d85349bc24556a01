using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Metrics;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Asks a trained model for the answers of a protocol and measures all there is to measure about them.</summary>
internal sealed class AnswerMeasurement(
    EvaluationContext context, Dataset dataset, TrainingRun run, IReadOnlyList<DatasetEvent> training, ImmutableArray<IRankingMetric> metrics)
{
    private readonly PopularitySlices _popularity = new(dataset.Titles.Length, training);

    /// <summary>Which titles are candidates beside those of the history; null for all.</summary>
    public Func<HeldOutExample, int, bool>? IsCandidate { get; init; }

    /// <summary>How answers are sliced by the gap to the event before, in seconds; null for not at all.</summary>
    public Func<double, Slice>? GapSlice { get; init; }

    /// <summary>What titles are scored for.</summary>
    public ScoreSurface Surface { get; init; }

    /// <summary>How many profiles were answered.</summary>
    public int Profiles { get; private set; }

    /// <summary>How many answers there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many answers could not hold what was held out, because it was no candidate.</summary>
    public int OutOfReach { get; private set; }

    /// <summary>Ranks all examples and adds the figures to a result.</summary>
    /// <param name="trained">The model.</param>
    /// <param name="examples">The questions; gone through again for each part that is put off.</param>
    /// <param name="expected">About how many there are, for telling progress.</param>
    /// <param name="result">What is known already.</param>
    public EvaluationResult Measure(TrainedModel trained, IEnumerable<HeldOutExample> examples, int expected, EvaluationResult result)
    {
        var tally = new RankingTally(metrics);
        var lists = new ListFigures(dataset, training);
        var times = new AnswerTimes();
        var values = new List<double[]>();
        var profiles = new HashSet<int>();
        var scorer = new TitleScorer(run.Catalog, run.Themes, trained.Model);
        foreach (var (example, answer) in Answers.Of(examples, Ranker(scorer), context, expected))
        {
            Answers.Tell(dataset, example, answer, context);
            tally.Add(example.Profile, answer.Ranks, [.. SlicesOf(example)]);
            lists.Add(example.Profile, answer);
            times.Add(answer);
            values.Add(Values(answer));
            profiles.Add(example.Profile);
            OutOfReach += Array.TrueForAll(answer.Ranks, double.IsPositiveInfinity) ? 1 : 0;
        }

        Profiles = profiles.Count;
        Count = values.Count;

        return result with
        {
            Metrics = lists.AddTo(tally.Metrics),
            Slices = tally.Slices,
            Microseconds = times.Figures,
            Ablation = context.Request.Ablate ? Ablate(examples, expected, values) : [],
        };
    }

    private ImmutableArray<AblatedPart> Ablate(IEnumerable<HeldOutExample> examples, int expected, List<double[]> values)
    {
        var parts = ImmutableArray.CreateBuilder<AblatedPart>();
        foreach (var part in Enum.GetValues<ScorePartKind>())
        {
            context.Tell($"without {part}", 0);
            var scorer = new TitleScorer(run.Catalog, run.Themes, run.Without(part).Model, part);
            ClusteredMean[] means = [.. metrics.Select(_ => new ClusteredMean())];
            ClusteredMean[] differences = [.. metrics.Select(_ => new ClusteredMean())];
            var place = 0;
            foreach (var (example, answer) in Answers.Of(examples, Ranker(scorer), context, expected))
            {
                var without = Values(answer);
                for (var i = 0; i < means.Length; i++)
                {
                    means[i].Add(example.Profile, without[i]);
                    differences[i].Add(example.Profile, without[i] - values[place][i]);
                }

                place++;
            }

            parts.Add(new AblatedPart { Part = part.ToString(), Metrics = ByName(means), Differences = ByName(differences) });
        }

        return parts.DrainToImmutable();
    }

    private AnswerRanker Ranker(TitleScorer scorer) => new(scorer, Answers.TopCount(context), IsCandidate, Surface);

    private double[] Values(RankedAnswer answer) => [.. metrics.Select(metric => metric.Of(answer.Ranks))];

    private IEnumerable<Slice> SlicesOf(HeldOutExample example)
    {
        if (GapSlice is not null)
        {
            yield return GapSlice(example.GapSeconds);
            if (context.Request.ExactTimes is { } exact && example.Profile + 1 >= exact.First && example.Profile + 1 <= exact.Last)
                yield return GapSlices.Exact(example.GapSeconds);
        }

        yield return LengthSlices.Of(example.History.Length);
        if (example.HeldOut.Length == 1)
            yield return _popularity.Of(example.HeldOut[0].Title);
    }

    private ImmutableSortedDictionary<string, MetricValue> ByName(ClusteredMean[] means) =>
        metrics.Select((metric, i) => KeyValuePair.Create(metric.Name, means[i].Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
