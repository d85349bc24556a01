using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Factorization;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Judgements;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>Lets events into the parts of a model that was fitted to earlier ones; blend, communities and theme vectors are carried over.</summary>
internal sealed class PartsRefresher(Dataset dataset, ThemeIndex themes, TrainingOptions options, Steps steps)
{
    // Columns that are solved at once take 4 bytes an unknown: at most a gigabyte.
    private const long MostNumbers = 1 << 28;

    /// <summary>How many steps a refresh has.</summary>
    public const int StepCount = 4;

    private readonly int _threads = Threads.Resolve(options.Threads);

    /// <summary>Makes the parts of the new model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="events">All events, those it knows among them.</param>
    /// <exception cref="ArgumentException">The model has other item-item time scales than the options.</exception>
    public ModelContent Refresh(PersonalizationModel model, IReadOnlyList<DatasetEvent> events)
    {
        var before = model.ToContent();
        var table = new TitleTable(dataset, events, model);
        var histories = Histories(table, table.Events);
        var liked = Histories(table, table.Events.FindAll(e => e.Strength >= Judgement.LikedStrength));
        steps.Tell("fitting title vectors, one round");
        var factors = new FactorTrainer(options.Factors, _threads, steps).Continue(liked, StartVectors(before, table));
        steps.Advance(1);
        steps.Tell("fitting how titles are judged");
        var judgements = new JudgementTrainer(options.Judgements, _threads).Fit(histories, options.Seed);
        steps.Advance(1);
        var rows = Rows(before, table, histories, liked);
        var newest = events.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(events.Max(e => e.UnixSeconds)) : before.Manifest.NewestEvent;
        return before with
        {
            Manifest = before.Manifest with
            {
                TrainedAt = options.TrainedAt ?? newest,
                NewestEvent = newest,
                Events = events.Count,
                Profiles = events.Select(e => e.Profile).Distinct().Count(),
                Match = judgements.Calibration.WithWeights(before.Manifest.Match.ToWeights()),
            },
            Titles = table.Ids,
            Popularity = Array.ConvertAll(histories.Counts(), count => (float)count),
            Newness = TitleNewness.Of(table.Events, table.Ids.Length),
            Quality = TitleQuality.LogOdds(table.Events, table.Ids.Length),
            Judgements = judgements.Numbers,
            CommunityLifts = Lifts(before, table),
            RowStarts = rows.Starts,
            RowTitles = rows.Titles,
            RowWeights = rows.Weights,
            Vectors = factors.Vectors,
            Encoder = before.Encoder is { } encoder && table.Added.Length > 0 ? EncoderExtension.Extend(encoder, histories) : before.Encoder,
        };
    }

    private EventHistories Histories(TitleTable table, List<DatasetEvent> events) =>
        EventHistories.Of(events, dataset.Profiles.Length, table.Ids.Length, e => Interaction.EvidenceOf(e.Strength));

    // Where content puts them, until somebody likes them.
    private TitleFactors StartVectors(ModelContent before, TitleTable table)
    {
        var dimension = before.Manifest.Dimension;
        var vectors = new float[table.Ids.Length * dimension];
        before.Vectors.Span.CopyTo(vectors);
        var map = new ThemeVectors(before.Themes.ToArray(), before.ThemeVectors.ToArray());
        for (var i = 0; i < table.Added.Length; i++)
            map.Place(themes, table.Added[i], vectors.AsSpan((table.Known + i) * dimension, dimension));
        return new TitleFactors(dimension, vectors);
    }

    // New titles are chosen by every community as by everybody.
    private static Half[] Lifts(ModelContent before, TitleTable table)
    {
        var lifts = new Half[before.Manifest.Communities.Length * table.Ids.Length];
        for (var community = 0; community < before.Manifest.Communities.Length; community++)
            before.CommunityLifts.Span.Slice(community * table.Known, table.Known).CopyTo(lifts.AsSpan(community * table.Ids.Length));
        return lifts;
    }

    private SparseRows Rows(ModelContent before, TitleTable table, EventHistories histories, EventHistories liked)
    {
        var fading = new MultiScaleEquations(histories, options.MultiScale);
        var stable = new StableTasteEquations(liked, options.StableTaste);
        var decays = before.Manifest.Scales.Select(scale => scale.Decay).ToList();
        if (!decays.SequenceEqual(fading.Decays.Concat(stable.Decays)))
            throw new ArgumentException($"The model has item-item rows on the time scales {string.Join(", ", decays)}, which are fitted no longer; it must be trained anew.", nameof(before));
        var changed = Changed(before, table);
        var cut = fading.Decays.Length;
        return SparseRows.Concat(
            Solve(fading, Part(before, table.Known, 0, cut), table, changed, options.MultiScale.RowLength),
            Solve(stable, Part(before, table.Known, cut, 1), table, changed, options.StableTaste.RowLength));
    }

    // How many events each title has that the model does not know: int[titles].
    private static int[] Changed(ModelContent before, TitleTable table)
    {
        var changed = new int[table.Ids.Length];
        var known = before.Manifest.NewestEvent.ToUnixTimeSeconds();
        foreach (var e in table.Events)
            changed[e.Title] += e.UnixSeconds > known || e.Title >= table.Known ? 1 : 0;
        return changed;
    }

    private static SparseRows Part(ModelContent content, int titles, int first, int scales)
    {
        var starts = content.RowStarts.Span.Slice(first * titles, (scales * titles) + 1).ToArray();
        var (from, to) = (starts[0], starts[^1]);
        return new SparseRows(
            [.. content.Manifest.Scales.Skip(first).Take(scales).Select(scale => scale.Decay)],
            Array.ConvertAll(starts, start => start - from),
            content.RowTitles.Span[from..to].ToArray(),
            content.RowWeights.Span[from..to].ToArray());
    }

    private SparseRows Solve(INormalEquations equations, SparseRows before, TitleTable table, int[] changed, int rowLength)
    {
        var unknowns = Math.Max(1, equations.Sources.Length * equations.Decays.Length);
        var most = (int)Math.Min(equations.Sources.Length, MostNumbers / unknowns);
        var places = SourceTitles.Choose([.. equations.Sources.Select(title => changed[title])], 1, most);
        steps.Tell($"solving {unknowns:n0} item-item weights for {places.Length:n0} titles");
        using var columns = new ColumnRefresher(equations, before, table.Known, _threads).Solve(places, steps.CancellationToken);
        steps.Advance(1);
        return RowMerger.Merge(before, table.Known, table.Ids.Length, equations, places, columns, rowLength);
    }
}
