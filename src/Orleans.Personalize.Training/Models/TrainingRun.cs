using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Communities;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Protocols;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Models;

/// <summary>One run of training over a dataset; the catalogue number of a title is its index in the dataset.</summary>
internal sealed class TrainingRun
{
    private readonly Dataset _dataset;
    private readonly TrainingOptions _options;
    private readonly Steps _steps;
    private readonly PartsTrainer _parts;
    private Func<ScorePartKind, ModelManifest>? _learnWithout;
    private ModelContent? _final;

    public TrainingRun(Dataset dataset, TrainingOptions options, Steps steps)
    {
        _dataset = dataset;
        _options = options;
        _steps = steps;
        Catalog = new Catalog([.. dataset.Titles.Select(title => (Orleans.Personalize.Titles.Title?)title)], 1);
        Themes = new ThemeIndex(Catalog);
        _parts = new PartsTrainer(dataset, Themes, options, steps);
    }

    public Catalog Catalog { get; }

    public ThemeIndex Themes { get; }

    /// <summary>The communities of the model that is asked at the moment, for the running counts of its questions; null before there is one.</summary>
    public CommunityIndex? Communities { get; private set; }

    /// <summary>Whether what <see cref="Without"/> needs is kept: the examples, and the parts in memory.</summary>
    public bool KeepsForAblation { get; init; }

    /// <summary>Fits without the newest events, learns the blend on those, and fits again on all.</summary>
    /// <param name="events">The events.</param>
    /// <param name="trial">Compares what was fitted without the newest events with the model in service; null for no comparison.</param>
    public TrainedModel Train(ImmutableArray<DatasetEvent> events, ModelTrial? trial = null)
    {
        _steps.Phase = TrainingPhase.Counting;
        _steps.Tell($"counting {events.Length:n0} events");
        var ordered = HeldOutExamples.InTime(events);
        var fitted = (int)(ordered.Count * (1 - _options.Blend.HeldOutShare));
        var most = _options.Blend.MaximumExamplesFor(_dataset.Titles.Length);

        // Gone through anew wherever they are needed: the running counts of all of them do not fit into memory.
        var examples = HeldOutExamples.AfterTime(
            ordered, fitted, _dataset.Profiles.Length, _dataset.Titles.Length, most, _options.Blend.ShortestHistory, () => Communities);
        var operations = _parts.Operations(events);
        if (!HasEnough(examples))
        {
            _steps.Plan(operations + _parts.EncoderOperations(events).Alone);
            return Finish(Named(Fit(events), events, trial), ModelManifest.Unlearnt);
        }

        // The events of a profile keep the order they have in the dataset, which may be finer than their times.
        var newest = ordered.Count > fitted ? ordered[fitted].UnixSeconds : long.MaxValue;
        List<DatasetEvent> earlier = [.. events.Where(e => e.UnixSeconds < newest)];
        var (alone, continued) = _parts.EncoderOperations(events);
        _steps.Plan((2 * operations) + alone + continued);
        _steps.Phase = TrainingPhase.FittingForValidation;
        var longRun = new LongRunExamples(ordered, fitted, _dataset.Profiles.Length, most, _options.Seed).Walk(_dataset.Titles.Length, () => Communities);
        var content = _parts.Fit(earlier);
        var learnt = Learn(content, examples, longRun);
        var (comparison, metrics) = trial is null ? (null, []) : Try(trial, content, examples, longRun);
        return Finish(Named(Fit(events, content), events, trial), learnt with { Metrics = metrics }, comparison);
    }

    /// <summary>Fits the parts to events, for other blends to be put over them.</summary>
    public ModelContent FitParts(IReadOnlyList<DatasetEvent> events)
    {
        _steps.Plan(_parts.Operations(events) + _parts.EncoderOperations(events).Alone);
        return Fit(events);
    }

    /// <summary>A model of fitted parts under the blend of another.</summary>
    public static PersonalizationModel WithBlendOf(ModelContent parts, PersonalizationModel model) => Model(parts with
    {
        Manifest = parts.Manifest with { Blend = model.Manifest.Blend, TopPicks = model.Manifest.TopPicks, Newcomers = model.Manifest.Newcomers, Match = model.Manifest.Match },
    });

    /// <summary>Fits to events, and learns the blend of every surface on examples that are not among them.</summary>
    public TrainedModel Train(IReadOnlyList<DatasetEvent> events, IEnumerable<HeldOutExample> examples)
    {
        _steps.Plan(_parts.Operations(events) + _parts.EncoderOperations(events).Alone);
        var content = Fit(events);
        return Finish(content, HasEnough(examples) ? Learn(content, examples, examples) : ModelManifest.Unlearnt);
    }

    /// <summary>The model trained before, with the blend learnt again where one part is off; the parts are not fitted again.</summary>
    /// <exception cref="InvalidOperationException">Nothing was kept for it, or no blend was learnt.</exception>
    public TrainedModel Without(ScorePartKind part) => _learnWithout is not null && _final is not null
        ? Finish(_final, _learnWithout(part))
        : throw new InvalidOperationException("No blend was learnt that could be learnt again.");

    private static PersonalizationModel Model(ModelContent content) => PersonalizationModel.Read(Bytes(content));

    /// <summary>The bytes of a model file.</summary>
    public static ReadOnlyMemory<byte> Bytes(ModelContent content)
    {
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        return stream.ToArray();
    }

    /// <summary>Ranks all titles by a model.</summary>
    public RankedAnswer[] Rank(PersonalizationModel model, List<HeldOutExample> questions) =>
        new AnswerRanker(new TitleScorer(Catalog, Themes, model), 0).Rank(questions, Threads.Resolve(_options.Threads));

    private ModelContent Named(ModelContent content, IReadOnlyList<DatasetEvent> events, ModelTrial? trial) => content with
    {
        Manifest = content.Manifest with
        {
            Communities = CommunityNames.Assign(
                Model(content),
                trial?.InService ?? PersonalizationModel.Untrained,
                Catalog,
                EventHistories.Of(events, _dataset.Profiles.Length, _dataset.Titles.Length),
                _options.Communities.Together),
        },
    };

    // The blend of the trial is learnt from other profiles than it is measured on.
    private (ModelComparison? Comparison, ImmutableArray<ModelMetric> Metrics) Try(
        ModelTrial trial, ModelContent content, IEnumerable<HeldOutExample> examples, IEnumerable<HeldOutExample> longRun)
    {
        var measured = examples.Where(ModelTrial.IsMeasured).ToList();
        var others = examples.Where(example => !ModelTrial.IsMeasured(example));
        if (measured.Count < ModelTrial.LeastAnswers || !HasEnough(others))
            return (null, []);
        var learnt = Learn(content, others, longRun.Where(example => !ModelTrial.IsMeasured(example)));
        var candidate = Model(content with { Manifest = learnt });
        _steps.Tell("comparing with the model in service");
        // Against a model that learnt nothing, so that the file does not depend on what is in service.
        var metrics = new ModelTrial(PersonalizationModel.Untrained).Run(candidate, model => model, measured, Rank).Metrics;
        return (trial.Run(candidate, model => WithBlendOf(content, model), measured, Rank),
            [.. metrics.Select(metric => new ModelMetric { Name = metric.Name, Value = metric.Candidate.Value })]);
    }

    private ModelContent Fit(IReadOnlyList<DatasetEvent> events, ModelContent? earlier = null)
    {
        _steps.Phase = TrainingPhase.Fitting;
        return _parts.Fit(events, earlier);
    }

    private ModelManifest Learn(
        ModelContent content, IEnumerable<HeldOutExample> examples, IEnumerable<HeldOutExample> longRun, ScorePartKind? without = null)
    {
        if (KeepsForAblation)
            _learnWithout ??= part => Learn(content, examples, longRun, part);
        _steps.Phase = TrainingPhase.Blending;
        _steps.Tell("learning the blend");
        var threads = Threads.Resolve(_options.Threads);
        var scorer = new TitleScorer(Catalog, Themes, PersonalizationModel.Read(Bytes(content)), without);
        Communities = scorer.Communities;
        var blend = LearnBlend(scorer, examples, content.Manifest.Blend);
        var hasLongRun = HasEnough(longRun) && longRun.Any(example => example.HeldOut.Length > 1);
        var topPicks = hasLongRun ? LearnBlend(scorer, longRun, content.Manifest.Blend) : blend;
        var newcomers = hasLongRun ? LearnBlend(scorer, Newcomers.Of(longRun), content.Manifest.Blend) : null;
        _steps.Phase = TrainingPhase.Calibrating;
        _steps.Tell("calibrating the match score");
        var match = new MatchTrainer(scorer, threads).Fit(examples, content.Manifest.Match);
        var learnt = content.Manifest with { Blend = blend, TopPicks = topPicks, Newcomers = newcomers, Match = match };
        return without is null ? learnt with { Metrics = Measure(content with { Manifest = learnt }, examples) } : learnt;
    }

    private ImmutableArray<ModelMetric> Measure(ModelContent content, IEnumerable<HeldOutExample> examples)
    {
        _steps.Tell("measuring on held-out examples");
        var scorer = new TitleScorer(Catalog, Themes, PersonalizationModel.Read(Bytes(content)));
        return HeldOutFigures.Of(scorer, examples, Threads.Resolve(_options.Threads));
    }

    private BlendWeights LearnBlend(TitleScorer scorer, IEnumerable<HeldOutExample> examples, BlendWeights prior)
    {
        var threads = Threads.Resolve(_options.Threads);
        var scored = new ExampleScorer(scorer, _options.Blend, _options.Seed).Score(examples, threads);
        return new BlendTrainer(_options.Blend, threads).Fit(scored, prior);
    }

    private bool HasEnough(IEnumerable<HeldOutExample> examples) =>
        examples.Take(_options.Blend.MinimumExamples).Count() == _options.Blend.MinimumExamples;

    private TrainedModel Finish(ModelContent content, ModelManifest learnt, ModelComparison? comparison = null)
    {
        _steps.Phase = TrainingPhase.Packing;
        _steps.Tell("putting the model together");
        if (KeepsForAblation)
            _final ??= content;
        var manifest = content.Manifest with
        {
            Blend = learnt.Blend,
            TopPicks = learnt.TopPicks,
            Newcomers = learnt.Newcomers,
            Match = content.Manifest.Match.WithWeights(learnt.Match.ToWeights()),
            Metrics = learnt.Metrics,
        };
        var trained = new TrainedModel(Bytes(content with { Manifest = manifest }), _steps.Elapsed, comparison) { LearningCurve = [.. _steps.LearningCurve] };
        Communities = new CommunityIndex(Catalog, trained.Model);
        return trained;
    }
}
