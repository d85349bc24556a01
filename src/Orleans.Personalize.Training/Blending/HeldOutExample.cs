using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Blending;

/// <summary>A question whose answer is known: what was chosen after a history, at a moment.</summary>
/// <param name="History">What came before, oldest first.</param>
/// <param name="HeldOut">What was chosen; usually one event.</param>
/// <param name="Moment">What was true then.</param>
internal sealed record HeldOutExample(Interaction[] History, ImmutableArray<DatasetEvent> HeldOut, Moment Moment)
{
    private (ulong Encoder, sbyte[] Vector)? _foldedIn;

    /// <summary>Index of the profile in the dataset.</summary>
    public int Profile => HeldOut[0].Profile;

    /// <summary>How many events happened before, where events are walked through in the order of time.</summary>
    public int Position { get; init; } = int.MaxValue;

    /// <summary>Titles that are no candidates, where that is more than the history tells, which may be cut short.</summary>
    public int[] Seen { get; init; } = [];

    /// <summary>The preference vector of the history, made once for every encoder. Not for several threads at once.</summary>
    public sbyte[] FoldIn(TitleScorer scorer)
    {
        if (scorer.Model.Encoder?.Fingerprint is not { } encoder)
            return [];
        if (_foldedIn is not { } known || known.Encoder != encoder)
            _foldedIn = known = (encoder, scorer.FoldIn(History));
        return known.Vector;
    }

    /// <summary>Seconds since the latest interaction; the largest number where there was none.</summary>
    public double GapSeconds => History.Length == 0 ? double.MaxValue : Math.Max(0, (Moment.Now - History[^1].Time).TotalSeconds);
}
