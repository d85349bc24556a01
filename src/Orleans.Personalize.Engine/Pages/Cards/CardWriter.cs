using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Requests;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>Writes out one title as shown to one profile.</summary>
/// <param name="context">For whom and when.</param>
/// <param name="explain">Whether cards carry the parts of their scores.</param>
/// <param name="rules">The rules behind the order; none where null.</param>
internal sealed class CardWriter(PageContext context, bool explain, ActiveRules? rules = null)
{
    private static readonly (ScorePartKind Kind, string Name)[] PartNames =
        [.. Enum.GetValues<ScorePartKind>().Select(kind => (kind, char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]))];

    // What was looked up of a row.
    private readonly int[] _numbers = context.Workspace.Shown;
    private readonly TitleFace[] _faces = context.Workspace.Faces;
    private readonly string?[] _labels = context.Workspace.Labels;
    private readonly float[] _matches = context.Workspace.Matches;

    /// <summary>What parts of the score are called that are always there.</summary>
    public static ImmutableArray<string> OwnParts { get; } = [.. PartNames.Select(part => part.Name), "fatigue", "context", "household", "editorial"];

    /// <summary>Writes a card.</summary>
    /// <param name="number">The title's number; it must be in the catalogue.</param>
    /// <param name="reason">Why it is shown.</param>
    public Card Write(int number, Reason reason) =>
        Write(number, reason, FaceOf(number), LabelOf(number), context.Basis.Scorer.MatchScore(number, context.Workspace.Scores));

    /// <summary>
    /// Looks up what the cards of a row show, one thing after another for all of them: what takes time is waiting for memory, and so it is waited for at once.
    /// </summary>
    /// <param name="numbers">The titles' numbers, <see cref="RequestRules.MostColumns"/> at most.</param>
    public void LookUp(ReadOnlySpan<int> numbers)
    {
        numbers.CopyTo(_numbers);
        foreach (var number in numbers)
        {
            context.Basis.Artworks.Announce(number);
            context.Basis.Labels.Announce(number);
        }

        context.Basis.Scorer.MatchScores(numbers, context.Workspace.Scores, _matches);
        for (var i = 0; i < numbers.Length; i++) _faces[i] = FaceOf(numbers[i]);
        for (var i = 0; i < numbers.Length; i++) _labels[i] = LabelOf(numbers[i]);
    }

    /// <summary>Writes a card that was looked up.</summary>
    /// <param name="place">Its place in the row.</param>
    /// <param name="reason">Why it is shown.</param>
    public Card WriteAt(int place, Reason reason) => Write(_numbers[place], reason, _faces[place], _labels[place], _matches[place]);

    private TitleFace FaceOf(int number) => context.Basis.Artworks.FaceOf(number, context.Workspace.ArtworkLiking);

    private string? LabelOf(int number) => context.Basis.Labels.Of(number, context);

    private Card Write(int number, Reason reason, TitleFace face, string? label, float matchScore) =>
        new(face)
        {
            MatchScore = Math.Round(matchScore, 4),
            Reason = reason,
            Label = label,
            Progress = context.ProgressOf(number),
            Parts = explain ? Parts(number) : [],
        };

    /// <summary>Why a playback is offered to be resumed.</summary>
    public static Reason Resume(WatchProgress progress) => new()
    {
        Kind = ReasonKind.Resume,
        Text = (progress.Season, progress.Episode, MinutesLeft(progress)) switch
        {
            ({ } season, { } episode, _) => $"Resume season {season}, episode {episode}",
            (_, { } episode, _) => $"Resume episode {episode}",
            (_, _, 1) => "1 minute left",
            (_, _, { } minutes) => $"{minutes} minutes left",
            _ => "Pick up where you left off",
        },
        Title = progress.Title,
    };

    private static int? MinutesLeft(WatchProgress progress) =>
        progress.DurationSeconds is { } length && length > progress.PositionSeconds
            ? (int)Math.Ceiling((length - progress.PositionSeconds) / 60)
            : null;

    private ImmutableArray<ScorePart> Parts(int number)
    {
        var scores = context.Workspace.Scores;
        var parts = ImmutableArray.CreateBuilder<ScorePart>(PartNames.Length + 1);
        foreach (var (kind, name) in PartNames)
            parts.Add(new ScorePart { Part = name, Value = Rounded(scores.Part(kind)[number]), Weight = Rounded(scores.Weights[(int)kind]) });
        parts.Add(new ScorePart
        {
            Part = "fatigue",
            Value = Rounded(context.Workspace.Fatigue[number]),
            Weight = Rounded((float)-context.Options.FatiguePenalty * context.Deviation),
        });
        if (context.Workspace.Occasion.IsTelling)
        {
            parts.Add(new ScorePart
            {
                Part = "context",
                Value = Rounded(context.Workspace.Occasion.Scores[number]),
                Weight = Rounded((float)context.Options.OccasionStrength),
            });
        }

        if (context.HasHousehold)
        {
            parts.Add(new ScorePart
            {
                Part = "household",
                Value = Rounded(context.Workspace.Household[number]),
                Weight = Rounded((float)context.Options.HouseholdStrength * context.Deviation),
            });
        }

        for (var i = 0; i < context.Basis.ScoresBesides.Length; i++)
        {
            parts.Add(new ScorePart
            {
                Part = context.Basis.ScoresBesides[i].Name,
                Value = Rounded(context.Workspace.ScoresBesides[i][number]),
                Weight = Rounded(context.Deviation),
            });
        }

        if (rules?.MoveOf(number) is { } move and not 0)
            parts.Add(new ScorePart { Part = "editorial", Value = Rounded(move), Weight = Rounded(context.Deviation) });
        return parts.DrainToImmutable();
    }

    private static double Rounded(float value) => Math.Round(value, 4);
}
