using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Scores every title of a catalogue for a profile in one pass over its history. Immutable and safe for concurrent use;
/// what changes from call to call is in the caller's <see cref="ScoreBuffer"/>.
/// </summary>
public sealed class TitleScorer
{
    // Titles blended at once: their sums stay in the fastest cache while the parts pass by.
    private const int Block = 2048;

    // The parts that are brought to a common scale. Popularity never changes and was standardized once; the live parts and the encoder bear their
    // scale in themselves.
    private static readonly ScorePartKind[] OfHistory = [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Content, ScorePartKind.Vector];

    // The parts in which only few titles stand, see ScoreBuffer.Followers.
    private static readonly ScorePartKind[] OfFollowers = [ScorePartKind.PlayNext, ScorePartKind.Following, ScorePartKind.Companions];

    private readonly ModelTitles _titles;
    private readonly ItemItemScorer _itemItem;
    private readonly ContentScorer _content;
    private readonly CatalogVectors _vectors;
    private readonly SequenceScorer _sequence;
    private readonly float[] _popularity;
    private readonly MatchScorer _match;
    private readonly CommunityScorer _community;
    private readonly TrendParts _trend;
    private readonly HistoryParts _kept;
    private readonly int[] _holes;
    private readonly TitleLikeness _likeness;
    private readonly NewTitles _newTitles;
    private readonly ScorePartKind? _without;

    /// <summary>Matches the catalogue with the model and prepares what all answers share.</summary>
    /// <param name="catalog">The titles to score.</param>
    /// <param name="themes">The themes of that catalogue.</param>
    /// <param name="model">The model to score with.</param>
    /// <param name="without">A part that is off, for measuring what it is worth; null for none.</param>
    public TitleScorer(Catalog catalog, ThemeIndex themes, PersonalizationModel model, ScorePartKind? without = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(themes);
        ArgumentNullException.ThrowIfNull(model);
        Catalog = catalog;
        Model = model;
        _without = without;
        _titles = new ModelTitles(catalog, model);
        _itemItem = new ItemItemScorer(model, _titles);
        _content = new ContentScorer(catalog, themes);
        _vectors = new CatalogVectors(catalog, themes, model, _titles);
        _sequence = new SequenceScorer(model, _titles);
        _popularity = _titles.SpreadLogarithms(model.Popularity.Span, catalog.Present);
        Communities = new CommunityIndex(catalog, model);
        _community = new CommunityScorer(Communities, catalog.Count);
        _match = new MatchScorer(model, _titles, catalog.Count);
        _newTitles = new NewTitles(catalog, model, _titles);
        _kept = new HistoryParts([.. _itemItem.Next, .. _itemItem.Stable], _content, _match.Rows, new CommunityRows(Communities), _vectors);
        _holes = [.. Enumerable.Range(0, catalog.Count).Where(title => catalog[title] is null)];
        _trend = new TrendParts(catalog.Present, _holes);
        foreach (var hole in _holes)
            _popularity[hole] = 0;
        _likeness = new TitleLikeness(_titles, _content, _vectors, _itemItem, _holes);
    }

    /// <summary>How many features a match score is made from.</summary>
    public static int MatchFeatureCount => MatchScorer.FeatureCount;

    /// <summary>The titles that are scored.</summary>
    public Catalog Catalog { get; }

    /// <summary>The model they are scored with.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>What preference vectors are made with.</summary>
    public IHistoryEncoder Encoder => _sequence;

    /// <summary>The preference vector of a history, as the profile's own state keeps it.</summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <returns>sbyte[Dimension] of <see cref="Encoder"/>: all but the latest interaction read; empty where the model has no encoder.</returns>
    public sbyte[] FoldIn(ReadOnlySpan<Interaction> history) => PreferenceVectors.Of(history, _sequence);

    /// <summary>The taste communities of the model over the catalogue.</summary>
    public CommunityIndex Communities { get; }

    /// <summary>What of histories can be kept from answer to answer.</summary>
    internal HistoryParts Kept => _kept;

    /// <summary>How often each title was played, as <see cref="ScorePartKind.Popularity"/> has it: float[titles].</summary>
    internal ReadOnlySpan<float> Popularity => _popularity;

    /// <summary>Fills a buffer with the blended score and the parts of every title.</summary>
    /// <param name="history">The profile's interactions, oldest first; titles by catalogue number, unknown numbers are passed over.</param>
    /// <param name="preferenceVector">sbyte[Dimension] of <see cref="Encoder"/>: all but the latest interaction read; or empty where there is none.</param>
    /// <param name="moment">What is true right now.</param>
    /// <param name="buffer">A buffer for this catalogue; everything in it is overwritten.</param>
    /// <param name="surface">What titles are scored for.</param>
    /// <exception cref="ArgumentException">The buffer or the vector is of another size.</exception>
    public void Score(
        ReadOnlySpan<Interaction> history,
        ReadOnlySpan<sbyte> preferenceVector,
        Moment moment,
        ScoreBuffer buffer,
        ScoreSurface surface = ScoreSurface.NextTitle)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(buffer);
        CheckSizes(preferenceVector.Length, buffer.Count);
        var gapSeconds = GapSeconds(history, moment);
        var gap = SequenceFeatures.GapBucket((long)gapSeconds);
        if (!buffer.For.Is(this, history, preferenceVector, moment, gap))
        {
            buffer.For.Forget();
            ScoreParts(history, preferenceVector, moment, gapSeconds, buffer);
            buffer.For.Set(this, history, preferenceVector, moment, gap);
        }

        Model.Manifest.FillWeights(surface, gapSeconds, history.Length, NoveltyOf(history, moment), buffer.Weights);
        Blend(buffer);
    }

    /// <summary>How probable it is that the profile likes a title once it watches it: a calibrated probability in [0,1].</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="buffer">The buffer that <see cref="Score"/> filled for this profile.</param>
    public float MatchScore(int title, ScoreBuffer buffer)
    {
        Span<float> score = stackalloc float[1];
        MatchScores([title], buffer, score);
        return score[0];
    }

    /// <summary>The same for several titles at once.</summary>
    /// <param name="titles">Their catalogue numbers.</param>
    /// <param name="buffer">The buffer that <see cref="Score"/> filled for this profile.</param>
    /// <param name="scores">float[titles], overwritten.</param>
    public void MatchScores(ReadOnlySpan<int> titles, ScoreBuffer buffer, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _match.Score(titles, buffer, scores);
    }

    /// <summary>What the match score of a title is made from, for calibrating it.</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="buffer">The buffer that <see cref="Score"/> filled for this profile.</param>
    /// <param name="features">float[<see cref="MatchFeatureCount"/>], overwritten; in the order of <see cref="MatchCalibration.ToWeights"/>.</param>
    public void MatchFeatures(int title, ScoreBuffer buffer, Span<float> features)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _match.Features(title, buffer, features);
    }

    /// <summary>How similar every title is to one title, also where one of them was never played.</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="similarity">float[Catalog.Count], overwritten; 0 (nothing in common) to 1, the title itself and holes 0.</param>
    /// <exception cref="ArgumentException">There is no such title, or the span is of another size.</exception>
    public void Similarity(int title, Span<float> similarity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)title, (uint)Catalog.Count, nameof(title));
        CheckSizes(0, similarity.Length);
        _likeness.Fill(title, similarity);
    }

    /// <summary>How much the latest titles of a history were new when they were chosen, 0 (or unknown) to 1.</summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <param name="moment">Says when titles were played first.</param>
    public static float NoveltyOf(ReadOnlySpan<Interaction> history, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return LiveScorer.NoveltyOf(history, moment.Trend.FirstPlays);
    }

    private static double GapSeconds(ReadOnlySpan<Interaction> history, Moment moment) =>
        history.IsEmpty ? double.MaxValue : Math.Max(0, (moment.Now - history[^1].Time).TotalSeconds);

    private void CheckSizes(int dimension, int count)
    {
        if (count != Catalog.Count)
            throw new ArgumentException($"Room for {count} titles, but the catalogue has {Catalog.Count}.", nameof(count));
        if (dimension != 0 && dimension != _sequence.Dimension)
            throw new ArgumentException($"A preference vector of {dimension} numbers, but the model has {_sequence.Dimension}.", nameof(dimension));
    }

    private void ScoreParts(
        ReadOnlySpan<Interaction> history, ReadOnlySpan<sbyte> preferenceVector, Moment moment, double gapSeconds, ScoreBuffer buffer)
    {
        ScoreRows(history, buffer);
        ScoreTaste(history, moment, buffer);
        ScoreSequence(history, preferenceVector, gapSeconds, buffer);
        _trend.Score(moment.Trend, buffer);
        LiveScorer.ScorePlayNext(moment.PlayNext, moment.Trend.Lasting, buffer);
        if (_newTitles.IsEmpty)
            buffer.Share(ScorePartKind.Popularity, _popularity);
        else
            _popularity.CopyTo(buffer.Own(ScorePartKind.Popularity));
        if (_without is { } without)
            buffer.Own(without).Clear();
        _match.FoldIn(history, buffer.Sums is { } sums ? sums.Of(_kept.Judgements) : [], buffer);
        buffer.Clear(_holes);
        foreach (var part in OfHistory)
            Standardize(part, buffer.Own(part));
        _newTitles.Fill(buffer);
    }

    private void ScoreRows(ReadOnlySpan<Interaction> history, ScoreBuffer buffer)
    {
        buffer.Sums?.MoveTo(_kept, history);
        var next = _itemItem.Next.Length;
        ScoreRows(ScorePartKind.ItemItem, _itemItem.Next, 0, history, buffer);
        ScoreRows(ScorePartKind.StableTaste, _itemItem.Stable, next, history, buffer);
        if (Has(ScorePartKind.Against))
        {
            var byModelNumber = buffer.Scratch(_titles.ModelCount + 1);
            _itemItem.ScoreAgainst(history, byModelNumber);
            _titles.Spread(byModelNumber, buffer.Own(ScorePartKind.Against));
        }
    }

    // The sums of some rows, which stand one after another where sums are kept.
    private void ScoreRows(ScorePartKind part, ItemItemRows[] rows, int firstKept, ReadOnlySpan<Interaction> history, ScoreBuffer buffer)
    {
        if (!Has(part))
            return;
        var byModelNumber = buffer.Scratch(_titles.ModelCount + 1);
        if (buffer.Sums is not { } sums || rows.Length == 0)
        {
            byModelNumber.Clear();
            foreach (var ofScale in rows)
                ofScale.AddAll(history, byModelNumber);
        }
        else
        {
            sums.CopyTo(firstKept, byModelNumber);
            for (var i = 1; i < rows.Length; i++)
                sums.AddTo(firstKept + i, byModelNumber);
        }

        _titles.Spread(byModelNumber, buffer.Own(part));
    }

    private void ScoreTaste(ReadOnlySpan<Interaction> history, Moment moment, ScoreBuffer buffer)
    {
        if (Has(ScorePartKind.Community))
            ScoreCommunities(history, moment, buffer);
        if (Has(ScorePartKind.Content))
            ScoreContent(history, buffer.Sums, buffer.Own(ScorePartKind.Content));
        if (!Has(ScorePartKind.Vector))
            return;
        if (buffer.Sums is { } sums)
            _vectors.Score(history, sums.FoldIn, buffer.Own(ScorePartKind.Vector));
        else
            _vectors.Score(history, buffer.Own(ScorePartKind.Vector));
    }

    private void ScoreCommunities(ReadOnlySpan<Interaction> history, Moment moment, ScoreBuffer buffer)
    {
        var membership = buffer.Membership(Communities.Communities.Count);
        if (buffer.Sums is { } sums)
            Communities.MembershipOf(sums.Of(_kept.Communities), membership);
        else
            Communities.Membership(history, membership);
        _community.Score(membership, moment.Trend, buffer.Own(ScorePartKind.Community));
    }

    private void ScoreContent(ReadOnlySpan<Interaction> history, HistorySums? sums, Span<float> scores)
    {
        if (sums is not null)
        {
            sums.CopyTo(_kept.Content, scores);
            return;
        }

        scores.Clear();
        _content.AddAll(history, scores);
    }

    private void ScoreSequence(ReadOnlySpan<Interaction> history, ReadOnlySpan<sbyte> preferenceVector, double gapSeconds, ScoreBuffer buffer)
    {
        if (!Has(ScorePartKind.Sequence))
            return;
        var byModelNumber = buffer.Scratch(_titles.ModelCount + 1);
        _sequence.Score(history, preferenceVector, gapSeconds, byModelNumber);
        _titles.Spread(byModelNumber, buffer.Own(ScorePartKind.Sequence));
    }

    private bool Has(ScorePartKind part) => _without != part;

    private void Blend(ScoreBuffer buffer)
    {
        var total = buffer.Total;
        total.Clear();
        for (var start = 0; start < total.Length; start += Block)
        {
            var block = total[start..Math.Min(start + Block, total.Length)];
            for (var part = 0; part < ScoreBuffer.PartCount; part++)
            {
                if (buffer.Weights[part] != 0 && !OfFollowers.Contains((ScorePartKind)part))
                    TensorPrimitives.MultiplyAdd(buffer.Part((ScorePartKind)part).Slice(start, block.Length), buffer.Weights[part], block, block);
            }
        }

        foreach (var part in OfFollowers)
        {
            var values = buffer.Part(part);
            foreach (var title in buffer.Followers)
                total[title] += buffer.Weights[(int)part] * values[title];
        }

        foreach (var hole in _holes)
            total[hole] = float.NegativeInfinity;
    }

    private void Standardize(ScorePartKind part, Span<float> values)
    {
        if (part == ScorePartKind.Content)
            Standardization.Apply(values, Catalog.Present);
        else
            Standardization.ApplyToLogarithms(values, Catalog.Present);
    }
}
