using System.Runtime.CompilerServices;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <content>Questions about a state; none of them allocates.</content>
public sealed partial record ProfileState
{
    /// <summary>Writes the recent interactions out, oldest first.</summary>
    /// <param name="interactions">Room for <see cref="InteractionCount"/>.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int CopyInteractions(Span<Interaction> interactions)
    {
        RequireRoom(interactions.Length, InteractionCount);
        var count = 0;
        foreach (var entry in History)
            interactions[count++] = new Interaction(entry.Title, entry.Seconds, entry.Strength);
        return count;
    }

    /// <summary>Writes the recent visits out, oldest first: the interactions with how far each title was watched.</summary>
    /// <param name="visits">Room for <see cref="InteractionCount"/>.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int CopyVisits(Span<Visit> visits)
    {
        RequireRoom(visits.Length, InteractionCount);
        var count = 0;
        foreach (var entry in History)
            visits[count++] = new Visit(entry.Title, entry.Seconds, entry.Strength, entry.Progress, entry.Screen);
        return count;
    }

    /// <summary>
    /// In which hours of the week the profile is there: its visits, counted with a half-life of 60 days and valued at a moment. Hours are local by the
    /// offset from UTC at its latest event.
    /// </summary>
    /// <param name="hours">float[<see cref="HoursOfWeek"/>], overwritten: visits in each hour, beginning with midnight before Sunday.</param>
    /// <param name="now">The moment; visits after it are not counted.</param>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public void CopyActivity(Span<float> hours, DateTimeOffset now)
    {
        RequireRoom(hours.Length, HoursOfWeek);
        hours[..HoursOfWeek].Clear();
        var seconds = Interaction.ToSeconds(now);
        var offset = TimeSpan.FromMinutes(OffsetMinutes);
        foreach (var entry in History)
        {
            if (entry.Seconds > seconds)
                continue;
            var local = Interaction.Origin.AddSeconds(entry.Seconds).ToOffset(offset);
            hours[(24 * (int)local.DayOfWeek) + local.Hour] += float.Exp2(-(float)(seconds - entry.Seconds) / ProfileMemory.TasteHalfLife);
        }
    }

    /// <summary>How far a title was watched in any remembered visit. Goes through them all: for many titles use <see cref="CopyVisits"/>.</summary>
    public WatchedTo ProgressOf(int title)
    {
        var furthest = WatchedTo.NotPlayed;
        foreach (var entry in History)
        {
            if (entry.Title == title && entry.Progress > furthest)
                furthest = entry.Progress;
        }

        return furthest;
    }

    /// <summary>Where the playback of a title stands, where it can be resumed.</summary>
    public bool TryGetResumePoint(int title, out ResumePoint point)
    {
        foreach (var candidate in ResumePoints)
        {
            if (candidate.Title == title)
            {
                point = candidate;
                return true;
            }
        }

        point = default;
        return false;
    }

    /// <summary>The thumb given to a title; <see cref="Thumb.Cleared"/> where there is none.</summary>
    public Thumb ThumbOf(int title)
    {
        foreach (var given in ThumbArray)
        {
            if (given.Title == title)
                return given.Thumb;
        }

        return Thumb.Cleared;
    }

    /// <summary>Whether a title is on the profile's list.</summary>
    public bool IsOnMyList(int title) => MyListArray.AsSpan().Contains(title);

    /// <summary>Whether a title is not to be shown.</summary>
    public bool IsHidden(int title) => HiddenArray.AsSpan().Contains(title);

    /// <summary>How much the profile likes a theme, valued at a moment; 0 where nothing is known.</summary>
    public float TasteFor(ThemeId theme, DateTimeOffset now) =>
        Themes.WeightOf(theme.Value, Interaction.ToSeconds(now), ProfileMemory.TasteHalfLife);

    /// <summary>Writes out every theme the profile likes or dislikes, valued at a moment, in no order that means anything.</summary>
    /// <param name="tastes">Room for <see cref="MaxThemes"/>.</param>
    /// <param name="now">The moment.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int CopyThemeTastes(Span<ThemeTaste> tastes, DateTimeOffset now)
    {
        RequireRoom(tastes.Length, Themes.Count);
        var seconds = Interaction.ToSeconds(now);
        for (var i = 0; i < Themes.Count; i++)
            tastes[i] = new ThemeTaste(new ThemeId(Themes.KeyAt(i)), Themes.WeightAt(i, seconds, ProfileMemory.TasteHalfLife));
        return Themes.Count;
    }

    /// <summary>How much the profile cares for a row, valued at a moment: scrolled along is positive, scrolled past negative.</summary>
    public float InterestIn(RowId row, DateTimeOffset now) => InterestIn(ProfileKeys.Of(row.Value), now);

    /// <summary>The same by the row's id as it is remembered.</summary>
    internal float InterestIn(ulong row, DateTimeOffset now) => Rows.WeightOf(row, Interaction.ToSeconds(now), ProfileMemory.RowHalfLife);

    /// <summary>How many of a row's first cards the profile went past when it last followed the row, fading with a half-life of a day.</summary>
    public float ColumnsPassed(RowId row, DateTimeOffset now) =>
        RowDepths.WeightOf(ProfileKeys.Of(row.Value), Interaction.ToSeconds(now), ProfileMemory.RowDepthHalfLife);

    /// <summary>How often a title was shown since it was last played, fading with a half-life of three days.</summary>
    public float FatigueOf(int title, DateTimeOffset now) =>
        FatigueWeights.WeightOf((ulong)title, Interaction.ToSeconds(now), ProfileMemory.FatigueHalfLife);

    /// <summary>Writes out every title that was shown lately, valued at a moment, in the order of catalogue numbers.</summary>
    /// <param name="titles">Room for <see cref="MaxFatigued"/>.</param>
    /// <param name="now">The moment.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int CopyFatigue(Span<TitleFatigue> titles, DateTimeOffset now)
    {
        RequireRoom(titles.Length, FatigueWeights.Count);
        var seconds = Interaction.ToSeconds(now);
        for (var i = 0; i < FatigueWeights.Count; i++)
            titles[i] = new TitleFatigue((int)FatigueWeights.KeyAt(i), FatigueWeights.WeightAt(i, seconds, ProfileMemory.FatigueHalfLife));
        return FatigueWeights.Count;
    }

    /// <summary>How much pictures with a feature were followed, valued at a moment.</summary>
    /// <param name="feature">One of <see cref="Personalize.Titles.Artwork.Features"/>.</param>
    /// <param name="now">The moment.</param>
    public float ArtworkTasteFor(string feature, DateTimeOffset now) =>
        ArtworkFeatures.WeightOf(ProfileKeys.Of(feature), Interaction.ToSeconds(now), ProfileMemory.TasteHalfLife);

    /// <summary>
    /// How much of the profile's playing falls on such a part of the week, such three hours and such a screen: a share in [0,1], of the remembered plays of
    /// which the screen is known, fading with a half-life of 60 days.
    /// </summary>
    /// <param name="local">A moment with the profile's own offset from UTC.</param>
    /// <param name="device">The screen.</param>
    public float HabitOf(DateTimeOffset local, DeviceKind device)
    {
        var seconds = Interaction.ToSeconds(local);
        var cell = ProfileKeys.OfHabit(local, device);
        var (there, all) = (0f, 0f);
        foreach (var entry in History)
        {
            if (entry.Screen <= Screens.Unknown)
                continue;
            var weight = float.Exp2(-Math.Max(0, (float)seconds - entry.Seconds) / ProfileMemory.TasteHalfLife);
            all += weight;
            if (ProfileKeys.OfHabit(Interaction.Origin.AddSeconds(entry.Seconds).ToOffset(local.Offset), (DeviceKind)(entry.Screen - Screens.Unknown - 1)) == cell)
                there += weight;
        }

        return all > 0 ? there / all : 0;
    }

    /// <summary>The arm of an experiment that the profile was given; null where it has none.</summary>
    public int? ArmOf(string experiment)
    {
        var key = ProfileKeys.Of(experiment);
        foreach (var arm in Arms)
        {
            if (arm >> 8 == key)
                return (byte)arm;
        }

        return null;
    }

    /// <summary>The state with an arm of an experiment, in place of any other arm of the same.</summary>
    /// <param name="experiment">The experiment's name.</param>
    /// <param name="arm">0 to 255.</param>
    public ProfileState WithArm(string experiment, byte arm)
    {
        var key = ProfileKeys.Of(experiment);
        return ProfileBounds.Fit(this with
        {
            Arms = [.. Arms.Where(other => other >> 8 != key).Append((key << 8) | arm).TakeLast(ProfileMemory.Arms)],
        });
    }

    private static void RequireRoom(int room, int needed, [CallerArgumentExpression(nameof(room))] string? argument = null)
    {
        if (room < needed)
            throw new ArgumentException($"there is room for {room}, {needed} is needed", argument);
    }
}
