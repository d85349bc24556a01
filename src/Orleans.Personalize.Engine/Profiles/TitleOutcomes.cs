using System.Collections.Immutable;
using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What an event of a profile means for titles.</summary>
internal static class TitleOutcomes
{
    /// <summary>What an event means by itself, whatever the profile did before.</summary>
    public static TitleOutcome? Directly(in Occurrence occurrence, string? country) => occurrence.Event switch
    {
        Impression => Of(occurrence, TitleOutcomeKind.Shown, 1, country),
        TitleOpened or SearchResultOpened => Of(occurrence, TitleOutcomeKind.Opened, 1, country),
        ThumbGiven { Thumb: not Thumb.Cleared } or TitleRated or TitleHidden =>
            Of(occurrence, TitleOutcomeKind.Judged, occurrence.Signal.Strength, country),
        _ => null,
    };

    /// <summary>What an event means for a search that led to the title.</summary>
    public static TitleOutcome? AfterSearch(in Occurrence occurrence, string? country) => occurrence.Event is SearchResultOpened opened
        ? new TitleOutcome(
            occurrence.Number, TitleOutcomeKind.OpenedAfterSearch, opened.Time, 1, SearchOpenings.NumberOf(opened.Query), country)
        : null;

    /// <summary>Adds what a play means for the title itself and for those played before it.</summary>
    /// <param name="occurrence">The event.</param>
    /// <param name="share">How much of a play it added; 0 for none.</param>
    /// <param name="playedBefore">Numbers of the titles played before, the latest first.</param>
    /// <param name="country">Where it happened.</param>
    /// <param name="community">The taste community that the profile belongs to most; null for none.</param>
    /// <param name="outcomes">Receives them.</param>
    public static void OfPlay(
        in Occurrence occurrence,
        float share,
        ReadOnlySpan<int> playedBefore,
        string? country,
        int? community,
        ImmutableArray<TitleOutcome>.Builder outcomes)
    {
        if (share <= 0)
            return;
        outcomes.Add(Of(occurrence, TitleOutcomeKind.Played, share, country) with
        {
            Occasion = Occasion.Of(occurrence.Event.Time, occurrence.Event.Device).Number,
            Community = community,
        });
        for (var i = 0; i < playedBefore.Length; i++)
        {
            var weight = share * PlayNextRules.Share(i + 1);
            outcomes.Add(new TitleOutcome(
                playedBefore[i], TitleOutcomeKind.PlayedNext, occurrence.Event.Time, weight, occurrence.Number, country));
        }
    }

    private static TitleOutcome Of(in Occurrence occurrence, TitleOutcomeKind kind, float weight, string? country) =>
        new(occurrence.Number, kind, occurrence.Event.Time, weight, -1, country);
}
