using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>The small things a model file holds, as JSON; the large arrays stand beside it.</summary>
public sealed record ModelManifest
{
    private readonly DateTimeOffset? _newestEvent;

    /// <summary>Longest history of a newcomer; one of twice that length is none any more, and what lies between is partly one.</summary>
    public const int NewcomerInteractions = 3;

    // The parts that a history makes; a newcomer's is short.
    private static readonly ScorePartKind[] OfHistory =
        [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Content, ScorePartKind.Vector, ScorePartKind.Sequence, ScorePartKind.Community];

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>Time of the newest event that it was trained on; files of before it was told have the time of training.</summary>
    public DateTimeOffset NewestEvent { get => _newestEvent ?? TrainedAt; init => _newestEvent = value; }

    /// <summary>How many events it was trained on.</summary>
    public required long Events { get; init; }

    /// <summary>How many profiles it was trained on.</summary>
    public required int Profiles { get; init; }

    /// <summary>Length of the vectors; 0 where there are none.</summary>
    public required int Dimension { get; init; }

    /// <summary>The time scales of the item-item rows, in the order of the rows.</summary>
    public required ImmutableArray<ItemItemScale> Scales { get; init; }

    /// <summary>How a history is folded into the space of the vectors; null in models whose vectors were not made for it.</summary>
    public FactorFoldIn? FoldIn { get; init; }

    /// <summary>Least strength of an interaction that counts as liking, -1 to 1.</summary>
    public required float LikedStrength { get; init; }

    /// <summary>How the parts are blended where the next title is asked for.</summary>
    public required BlendWeights Blend { get; init; }

    /// <summary>How they are blended for what will be liked in the long run; null in models that know no difference.</summary>
    public BlendWeights? TopPicks { get; init; }

    /// <summary>How they are blended for the long run of profiles of which hardly anything is known; null in models that know no difference.</summary>
    public BlendWeights? Newcomers { get; init; }

    /// <summary>How the match score is calibrated.</summary>
    public required MatchCalibration Match { get; init; }

    /// <summary>The taste communities; their titles are in <see cref="ModelContent.CommunityLifts"/>.</summary>
    public ImmutableArray<ModelCommunity> Communities { get; init; } = [];

    /// <summary>What was measured on held-out events.</summary>
    public required ImmutableArray<ModelMetric> Metrics { get; init; }

    /// <summary>Writes how much each part counts.</summary>
    /// <param name="surface">What titles are scored for.</param>
    /// <param name="gapSeconds">Seconds since the latest interaction.</param>
    /// <param name="interactions">Length of the history.</param>
    /// <param name="novelty">How much the latest titles were new when they were chosen, 0 (or unknown) to 1.</param>
    /// <param name="weights">float[parts], overwritten.</param>
    public void FillWeights(ScoreSurface surface, double gapSeconds, int interactions, float novelty, Span<float> weights)
    {
        if (surface == ScoreSurface.NextTitle || TopPicks is null)
        {
            // What comes first is not what comes next.
            (interactions == 0 && Newcomers is not null ? Newcomers : Blend).Fill(gapSeconds, interactions, novelty, weights);
            return;
        }

        TopPicks.Fill(gapSeconds, interactions, novelty, weights);
        Span<float> other = stackalloc float[weights.Length];
        if (Newcomers is not null && interactions < 2 * NewcomerInteractions)
        {
            Newcomers.Fill(gapSeconds, interactions, novelty, other);

            // The neighbours of a single title stand out by more than they are likely to be liked, most of all at the top of the list.
            foreach (var part in OfHistory)
                other[(int)part] *= interactions / (1f + interactions);
            TensorPrimitives.Lerp(weights, other, Math.Min(1, 2 - ((float)interactions / NewcomerInteractions)), weights);
        }

        if (surface == ScoreSurface.TopPicks)
            return;
        FillWeights(ScoreSurface.NextTitle, gapSeconds, interactions, novelty, other);
        TensorPrimitives.Lerp(weights, other, 0.5f, weights);
    }

    /// <summary>The same where there are more parts than when it was written; those count for nothing.</summary>
    internal ModelManifest Extended(int parts) => this with
    {
        Blend = Blend.Extended(parts),
        TopPicks = TopPicks?.Extended(parts),
        Newcomers = Newcomers?.Extended(parts),
        Match = Match.Extended(parts),
    };

    /// <summary>A model that learnt nothing.</summary>
    public static ModelManifest Unlearnt { get; } = new()
    {
        TrainedAt = DateTimeOffset.UnixEpoch,
        Events = 0,
        Profiles = 0,
        Dimension = 0,
        Scales = [],
        LikedStrength = 0.25f,
        Blend = BlendWeights.Unlearnt,
        Match = MatchCalibration.Unlearnt,
        Metrics = [],
    };
}
