using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Communities;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Factorization;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Judgements;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Models;

/// <summary>Fits all parts of a model to events, but not how they are blended.</summary>
internal sealed class PartsTrainer(Dataset dataset, ThemeIndex themes, TrainingOptions options, Steps steps)
{
    private readonly int _threads = Threads.Resolve(options.Threads);

    /// <summary>Fits the parts; titles are numbered in the order of the dataset.</summary>
    /// <param name="events">What they are fitted to.</param>
    /// <param name="earlier">Parts that were fitted to fewer of these events; null where there are none.</param>
    public ModelContent Fit(IReadOnlyList<DatasetEvent> events, ModelContent? earlier = null)
    {
        var titles = Titles(events);
        var numbered = Number(events, titles);
        var histories = Histories(numbered, titles.Length, e => Interaction.EvidenceOf(e.Strength));
        var counts = histories.Counts();
        steps.Tell($"fitting item-item weights on {options.MultiScale.Scales.Length} time scales");
        var next = new MultiScaleTrainer(options.MultiScale, _threads, steps).Fit(histories);
        steps.Tell("fitting item-item weights of stable taste");
        var liked = Liked(numbered, titles.Length);
        var stable = new StableTasteTrainer(options.StableTaste, _threads, steps).Fit(liked);
        var factors = new FactorTrainer(options.Factors, _threads, steps).Fit(liked, options.Seed);
        var themeVectors = new ThemeVectorTrainer(options.Content, _threads, steps).Fit(factors, counts, titles, themes);
        steps.Tell("fitting how titles are judged");
        var judgements = new JudgementTrainer(options.Judgements, _threads).Fit(histories, options.Seed);
        var encoder = Encoder(numbered, [.. titles.Select(title => dataset.Titles[title].Id)], earlier);
        var rows = SparseRows.Concat(next, stable);
        steps.Tell("finding taste communities");
        var communities = new CommunityTrainer(options.Communities, _threads, options.Seed).Fit(Chosen(numbered, titles.Length));
        return new ModelContent
        {
            Manifest = ModelManifest.Unlearnt with
            {
                TrainedAt = options.TrainedAt ?? Newest(events),
                NewestEvent = Newest(events),
                Events = events.Count,
                Profiles = events.Select(e => e.Profile).Distinct().Count(),
                Dimension = factors.Dimension,
                FoldIn = new FactorFoldIn(options.Factors.Unobserved, options.Factors.Regularization),
                Scales = [.. rows.Decays.Select(decay => new ItemItemScale(decay))],
                LikedStrength = Judgement.LikedStrength,
                Match = judgements.Calibration,
                Communities = communities.Communities,
            },
            Titles = [.. titles.Select(title => dataset.Titles[title].Id)],
            Popularity = Array.ConvertAll(counts, count => (float)count),
            Newness = TitleNewness.Of(numbered, titles.Length),
            Quality = TitleQuality.LogOdds(numbered, titles.Length),
            Judgements = judgements.Numbers,
            CommunityLifts = communities.Lifts,
            RowStarts = rows.Starts,
            RowTitles = rows.Titles,
            RowWeights = rows.Weights,
            Vectors = factors.Vectors,
            Themes = themeVectors.Themes,
            ThemeVectors = themeVectors.Vectors,
            Encoder = encoder,
        };
    }

    /// <summary>How many operations <see cref="Fit"/> takes, for telling progress.</summary>
    public double Operations(IReadOnlyList<DatasetEvent> events)
    {
        var titles = Titles(events);
        var numbered = Number(events, titles);
        var histories = Histories(numbered, titles.Length, null);
        var liked = Liked(numbered, titles.Length);
        return new MultiScaleTrainer(options.MultiScale, _threads, steps).Operations(histories)
            + new StableTasteTrainer(options.StableTaste, _threads, steps).Operations(liked)
            + new FactorTrainer(options.Factors, _threads, steps).Operations(liked);
    }

    /// <summary>How many operations the encoder takes, fitted without and with an earlier one to start from.</summary>
    public (double Alone, double Continued) EncoderOperations(IReadOnlyList<DatasetEvent> events)
    {
        var titles = Titles(events);
        var trainer = new EncoderTrainer(options, steps);
        var sequences = Sequences(Number(events, titles), titles.Length);
        return (trainer.Operations(sequences, isContinued: false), trainer.Operations(sequences, isContinued: true));
    }

    private static DateTimeOffset Newest(IReadOnlyList<DatasetEvent> events) =>
        events.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(events.Max(e => e.UnixSeconds)) : DateTimeOffset.UnixEpoch;

    // The titles with events, the most played where there are too many; ascending.
    private int[] Titles(IReadOnlyList<DatasetEvent> events)
    {
        var counts = new int[dataset.Titles.Length];
        foreach (var e in events)
            counts[e.Title]++;
        return [.. SourceTitles.Choose(counts, 1, ModelContent.MaxTitles)];
    }

    private List<DatasetEvent> Number(IReadOnlyList<DatasetEvent> events, int[] titles)
    {
        var numbers = SourceTitles.Numbers(dataset.Titles.Length, [.. titles]);
        return [.. events.Where(e => numbers[e.Title] >= 0).Select(e => e with { Title = numbers[e.Title] })];
    }

    private EventHistories Histories(List<DatasetEvent> numbered, int titles, Func<DatasetEvent, float>? weight) =>
        EventHistories.Of(numbered, dataset.Profiles.Length, titles, weight);

    private EventSequences Sequences(List<DatasetEvent> numbered, int titles) =>
        EventSequences.Of(titles, dataset.Profiles.Length, CollectionsMarshal.AsSpan(numbered));

    private SequenceEncoder? Encoder(List<DatasetEvent> numbered, ImmutableArray<TitleId> titles, ModelContent? earlier)
    {
        if (earlier is { Encoder: null })
            return null;
        var trainer = new EncoderTrainer(options, steps);
        var sequences = Sequences(numbered, titles.Length);
        if (earlier is not { Encoder: { } encoder })
            return trainer.Train(sequences, null);
        var numbers = earlier.Titles.Select((title, number) => (title, number)).ToDictionary(entry => entry.title, entry => entry.number);
        return trainer.Train(sequences, new SequenceWarmStart(encoder, [.. titles.Select(title => numbers.GetValueOrDefault(title, -1))]));
    }

    private EventHistories Liked(List<DatasetEvent> numbered, int titles) =>
        Histories(numbered.FindAll(e => e.Strength >= Judgement.LikedStrength), titles, null);

    private EventHistories Chosen(List<DatasetEvent> numbered, int titles) => Histories(numbered.FindAll(e => e.Strength >= 0), titles, null);
}
