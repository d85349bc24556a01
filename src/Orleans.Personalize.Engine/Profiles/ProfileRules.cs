using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What events make of a profile's state, over one catalogue and one model. Immutable, safe for concurrent use.</summary>
public sealed class ProfileRules
{
    private readonly Catalog _catalog;
    private readonly ThemeIndex _themes;
    private readonly IHistoryEncoder _encoder;
    private readonly SearchBasis? _search;
    private readonly CommunityIndex? _communities;

    /// <summary>Rules over a catalogue.</summary>
    /// <param name="catalog">The titles that events are about.</param>
    /// <param name="themes">What the titles of that catalogue have in common.</param>
    /// <param name="encoder">What preference vectors are made with.</param>
    /// <exception cref="ArgumentException">Its preference vectors are longer than 256 or the name of their model than 64 bytes.</exception>
    public ProfileRules(Catalog catalog, ThemeIndex themes, IHistoryEncoder encoder)
        : this(catalog, themes, encoder, search: null, communities: null)
    {
    }

    /// <summary>Rules by which searches for a genre, tag or person move the taste, too, and plays count for the taste community of their profile.</summary>
    internal ProfileRules(Catalog catalog, ThemeIndex themes, IHistoryEncoder encoder, SearchBasis? search, CommunityIndex? communities)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        if (encoder.Dimension > ProfileMemory.Dimension || System.Text.Encoding.UTF8.GetByteCount(encoder.ModelVersion) is 0 or > ProfileMemory.VersionBytes)
            throw new ArgumentException("preference vectors are too long, or the name of their model is", nameof(encoder));
        _catalog = catalog;
        _themes = themes;
        _encoder = encoder;
        _search = search;
        _communities = communities;
    }

    /// <summary>Applies an event; one with the id of a recent one changes nothing.</summary>
    /// <remarks>
    /// Events may come late: the history is kept in the order of times, what fades is counted as of the event's own time, and where a
    /// playback stands follows the latest event. An event about a title that the catalogue does not have counts as an event, and no more.
    /// </remarks>
    public ProfileTransition Apply(ProfileState state, ProfileSettings settings, ProfileEvent profileEvent)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(profileEvent);
        var hash = EventWindow.HashOf(profileEvent.Id.Value);
        if (state.Events.Contains(hash))
            return new ProfileTransition(state, IsDuplicate: true, []);
        var occurrence = Occurrence.Of(profileEvent, _catalog);
        var next = WithContext(state, occurrence) with { Revision = state.Revision + 1, Events = state.Events.Add(hash) };
        next = FadingRules.Apply(next, occurrence, _catalog, _themes);
        if (profileEvent is Searched searched && _search is not null)
            next = FadingRules.WithSearch(next, occurrence, _search.ThemesNamed(searched.Query), _search.Options.TasteOfSearch);
        next = ListRules.Apply(next, occurrence);
        next = next with { NotificationArray = NotificationLog.Apply(next.NotificationArray, occurrence, _catalog) };
        var outcomes = ImmutableArray<TitleOutcome>.Empty;
        if (occurrence.Number >= 0)
            (next, outcomes) = WithTitle(next, occurrence, profileEvent.Country ?? settings.Country);
        return new ProfileTransition(ProfileBounds.Fit(next), IsDuplicate: false, outcomes);
    }

    /// <summary>Brings a state up to the model of these rules: a preference vector of another model is made anew from the history.</summary>
    /// <returns>The state itself where there is nothing to do.</returns>
    public ProfileState Refresh(ProfileState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.History.Count == 0 || PreferenceVectors.IsCurrent(state, _encoder))
            return state;
        Span<HistoryEntry> entries = stackalloc HistoryEntry[ProfileMemory.Interactions];
        return ProfileBounds.Fit(state with
        {
            Vector = PreferenceVectors.Of(state.History.CopyTo(entries), _encoder),
            ModelVersion = _encoder.ModelVersion,
        });
    }

    /// <summary>
    /// Makes two profiles one. The result does not depend on when it is made; what was counted for titles stays counted.
    /// </summary>
    /// <param name="target">The profile that stays.</param>
    /// <param name="source">The profile that it takes over.</param>
    public ProfileState Merge(ProfileState target, ProfileState source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        return MergeRules.Merge(target, source, _encoder);
    }

    /// <summary>The titles played last and not disliked, the latest first, a few: what is played next after them concerns the profile.</summary>
    /// <returns>Catalogue numbers.</returns>
    public ImmutableArray<int> TitlesToConsult(ProfileState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Span<HistoryEntry> entries = stackalloc HistoryEntry[ProfileMemory.Interactions];
        entries = state.History.CopyTo(entries);
        var titles = ImmutableArray.CreateBuilder<int>(PlayNextRules.Consulted);
        for (var i = entries.Length - 1; i >= 0 && titles.Count < PlayNextRules.Consulted; i--)
        {
            if (entries[i] is { Progress: not WatchedTo.NotPlayed, Level: >= 0 } entry
                && _catalog[entry.Title] is not null
                && !titles.Contains(entry.Title))
                titles.Add(entry.Title);
        }

        return titles.DrainToImmutable();
    }

    /// <summary>What was learnt, in readable form and valued at the profile's latest event; what the catalogue no longer knows is left out.</summary>
    public LearntTaste Describe(ProfileState state) => TasteDescription.Of(state, _catalog, _themes);

    private (ProfileState State, ImmutableArray<TitleOutcome> Outcomes) WithTitle(
        ProfileState state, in Occurrence occurrence, string? country)
    {
        var outcomes = ImmutableArray.CreateBuilder<TitleOutcome>();
        if (TitleOutcomes.Directly(occurrence, country) is { } direct)
            outcomes.Add(direct);
        if (TitleOutcomes.AfterSearch(occurrence, country) is { } found)
            outcomes.Add(found);
        if (occurrence.Signal.IsHistory)
            state = WithVisit(state, occurrence, country, outcomes);
        return (state, outcomes.DrainToImmutable());
    }

    private ProfileState WithVisit(
        ProfileState state, in Occurrence occurrence, string? country, ImmutableArray<TitleOutcome>.Builder outcomes)
    {
        Span<HistoryEntry> entries = stackalloc HistoryEntry[ProfileMemory.Interactions + 1];
        var count = state.History.CopyTo(entries).Length;
        Span<HistoryEntry> earlier = stackalloc HistoryEntry[count];
        entries[..count].CopyTo(earlier);
        var playedBefore = VisitRules.PlayedBefore(entries[..count], occurrence, stackalloc int[PlayNextRules.Window]);
        if (VisitRules.Apply(entries, ref count, occurrence, state.ThumbOf(occurrence.Number)) is not var (before, after))
            return FadingRules.WithTaste(state, occurrence, occurrence.Signal.Strength, _themes);

        var kept = entries[Math.Max(0, count - ProfileMemory.Interactions)..count];
        TitleOutcomes.OfPlay(occurrence, VisitRules.PlayedShare(before, after), playedBefore, country, _communities?.StrongestOf(earlier), outcomes);
        state = state with
        {
            History = History.Of(kept),
            Vector = PreferenceVectors.After(state, earlier, entries[..count], _encoder),
            ModelVersion = _encoder.ModelVersion,
        };
        state = FadingRules.WithTaste(state, occurrence, FadingRules.ChangeOfStrength(before, after), _themes);
        if (occurrence.Event is not PlayEvent play)
            return state;
        var overtaken = after.Progress == WatchedTo.Finished && after.Seconds > occurrence.Seconds;
        return overtaken ? state : state with { ResumePoints = ResumeRules.Apply(state.ResumePoints, play, occurrence) };
    }

    private static ProfileState WithContext(ProfileState state, in Occurrence occurrence)
    {
        // What is sent to a profile says nothing of where it is, or that it is there.
        if (occurrence.Event is NotificationClaimed or NotificationSent or NotificationFailed)
            return state;
        if (state.Revision > 0 && occurrence.Seconds < state.LastSeconds)
            return state;
        var country = occurrence.Event.Country;
        return state with
        {
            LastSeconds = occurrence.Seconds,
            OffsetMinutes = (short)occurrence.Event.Time.TotalOffsetMinutes,
            LastDevice = occurrence.Event.Device is { } device && Enum.IsDefined(device) ? device : state.LastDevice,
            LastCountry = CountryCode.IsValid(country) ? CountryCode.FromNumber(CountryCode.ToNumber(country)) : state.LastCountry,
        };
    }
}
