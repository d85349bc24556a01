using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What events add to the things that fade: tastes, interest in rows, fatigue.</summary>
internal static class FadingRules
{
    // Following or passing a row says this much of a like or dislike about the row's theme.
    private const float ThemeOfRow = 0.5f;
    private const int MaxColumns = 1000;

    // What an impression counts after half a day. Who scrolls far sees more than is remembered: what was seen first, at the top, is not forgotten for it.
    private const float EarlierImpression = 0.89f;

    /// <summary>Rows, fatigue and artwork. What a visit changes is in <see cref="WithTaste"/>.</summary>
    public static ProfileState Apply(ProfileState state, in Occurrence occurrence, Catalog catalog, ThemeIndex themes) => occurrence.Event switch
    {
        RowScrolledPast past => WithRow(state, past.Row, occurrence, catalog, themes),
        RowScrolledAlong along => WithRow(WithDepth(state, along, occurrence), along.Row, occurrence, catalog, themes),
        Impression or NotificationDismissed when occurrence.Number >= 0 => WithImpression(state, occurrence),
        PlayEvent when occurrence.Number >= 0 => state with { FatigueWeights = state.FatigueWeights.Remove((ulong)occurrence.Number) },
        TitleOpened { Artwork: { } artwork } when occurrence.Title is { } title => WithArtwork(state, occurrence, title, artwork),
        _ => state,
    };

    /// <summary>By how much a visit's strength changed, what it had been counted as having faded since.</summary>
    public static float ChangeOfStrength(HistoryEntry? before, HistoryEntry after) =>
        before is not { } old
            ? after.Strength
            : after.Strength - (old.Strength * float.Exp2(-(float)(after.Seconds - old.Seconds) / ProfileMemory.TasteHalfLife));

    /// <summary>Spreads a change of taste over the themes of the title.</summary>
    public static ProfileState WithTaste(ProfileState state, in Occurrence occurrence, float change, ThemeIndex themes)
    {
        var weights = themes.ThemesOf(occurrence.Number);
        if (change == 0 || weights.IsEmpty)
            return state;
        Span<(ulong, float)> changes = stackalloc (ulong, float)[weights.Length];
        var count = 0;
        foreach (var weight in weights)
        {
            var theme = themes[weight.Theme];
            if (SpeaksOfOthers(theme))
                changes[count++] = (theme.Id.Value, change * weight.Weight);
        }

        return state with
        {
            Themes = state.Themes.Add(changes[..count], occurrence.Seconds, ProfileMemory.TasteHalfLife, ProfileMemory.Themes),
        };
    }

    /// <summary>Lets a search for a genre, tag or person by its name speak for it.</summary>
    public static ProfileState WithSearch(ProfileState state, in Occurrence occurrence, IEnumerable<Theme> named, float strength)
    {
        foreach (var theme in named)
        {
            if (SpeaksOfOthers(theme))
                state = state with { Themes = state.Themes.Add(theme.Id.Value, strength, occurrence.Seconds, ProfileMemory.TasteHalfLife, ProfileMemory.Themes) };
        }

        return state;
    }

    /// <summary>A person or tag that only this title has would take room and say nothing about any other title.</summary>
    private static bool SpeaksOfOthers(Theme theme) => theme.Titles.Length > 1 || theme.Kind is not (ThemeKind.Person or ThemeKind.Tag);

    private static ProfileState WithRow(ProfileState state, RowId row, in Occurrence occurrence, Catalog catalog, ThemeIndex themes)
    {
        var strength = occurrence.Signal.Strength;
        state = state with
        {
            Rows = state.Rows.Add(
                ProfileKeys.Of(row.Value), strength, occurrence.Seconds, ProfileMemory.RowHalfLife, ProfileMemory.Rows),
        };
        var lessons = new List<(Theme Theme, float Weight)>();
        RowLessons.Add(row, catalog, themes, lessons);
        if (lessons.Count == 0)
            return state;
        Span<(ulong, float)> changes = stackalloc (ulong, float)[lessons.Count];
        var count = 0;
        foreach (var (theme, weight) in lessons)
        {
            if (lessons.Count == 1 || SpeaksOfOthers(theme))
                changes[count++] = (theme.Id.Value, strength * ThemeOfRow * weight);
        }

        return state with
        {
            Themes = state.Themes.Add(changes[..count], occurrence.Seconds, ProfileMemory.TasteHalfLife, ProfileMemory.Themes),
        };
    }

    private static ProfileState WithDepth(ProfileState state, RowScrolledAlong along, in Occurrence occurrence) => state with
    {
        RowDepths = state.RowDepths.Raise(
            ProfileKeys.Of(along.Row.Value),
            Math.Clamp(along.ThroughColumn, 0, MaxColumns) + 1,
            occurrence.Seconds,
            ProfileMemory.RowDepthHalfLife,
            ProfileMemory.RowDepths),
    };

    private static ProfileState WithImpression(ProfileState state, in Occurrence occurrence) => state with
    {
        FatigueWeights = state.FatigueWeights.AddUnlessCrowded(
            (ulong)occurrence.Number, 1, EarlierImpression, occurrence.Seconds, ProfileMemory.FatigueHalfLife, ProfileMemory.Fatigue),
    };

    private static ProfileState WithArtwork(ProfileState state, in Occurrence occurrence, Title title, ArtworkId id)
    {
        if (title.Artworks.IsDefaultOrEmpty)
            return state;
        foreach (var artwork in title.Artworks.AsSpan())
        {
            if (artwork.Id != id || artwork.Features.IsDefaultOrEmpty)
                continue;
            var features = artwork.Features.AsSpan()[..Math.Min(artwork.Features.Length, ProfileMemory.ArtworkFeatures)];
            Span<(ulong, float)> changes = stackalloc (ulong, float)[features.Length];
            for (var i = 0; i < features.Length; i++)
                changes[i] = (ProfileKeys.Of(features[i]), 1f / features.Length);
            return state with
            {
                ArtworkFeatures = state.ArtworkFeatures.Add(
                    changes, occurrence.Seconds, ProfileMemory.TasteHalfLife, ProfileMemory.ArtworkFeatures),
            };
        }

        return state;
    }
}
