using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>
/// In which hours of the week a profile is there: its own visits, with everybody's as what is believed before. One visit on a Tuesday at eight says
/// something of all working days at about eight.
/// </summary>
internal readonly struct ActivityHours
{
    private const int Hours = 24;
    private const int Days = 7;

    // What a visit says of its own day of the week; the rest it says of all days of the same part of the week.
    private const float OwnDay = 0.3f;

    // float[168], from midnight before Sunday; the average is 1.
    private readonly float[] _lift;

    /// <summary>Works it out.</summary>
    /// <param name="state">Whose visits count.</param>
    /// <param name="options">What is believed before.</param>
    /// <param name="everybody">When everybody watches, where that is known.</param>
    /// <param name="now">The moment that visits are valued at.</param>
    public ActivityHours(ProfileState state, NotificationOptions options, OccasionPlays everybody, DateTimeOffset now)
    {
        var own = new float[ProfileState.HoursOfWeek];
        state.CopyActivity(own, now);
        var spread = new float[own.Length];
        var visits = 0f;
        for (var cell = 0; cell < own.Length; cell++)
        {
            visits += own[cell];
            var (day, hour) = Math.DivRem(cell, Hours);
            for (var step = -1; step <= 1; step++)
            {
                var near = (hour + step + Hours) % Hours;
                Spread(own[cell] * (step == 0 ? 0.5f : 0.25f), day, near, spread);
            }
        }

        _lift = spread;
        var usual = UsualWeek(options, everybody);
        var all = visits + options.BeliefInHours;
        for (var cell = 0; cell < spread.Length; cell++)
        {
            var share = (spread[cell] + (options.BeliefInHours * usual[cell])) / all;
            _lift[cell] = (float)(share * ProfileState.HoursOfWeek);
        }
    }

    /// <summary>How much likelier than in an hour on average the profile is there.</summary>
    /// <param name="local">A moment with the profile's offset from UTC.</param>
    public float At(DateTimeOffset local) => _lift[((int)local.DayOfWeek * Hours) + local.Hour];

    // Shares of a week: the usual day, moved to how everybody divides plays between the parts of the week and of the day.
    private static double[] UsualWeek(NotificationOptions options, OccasionPlays everybody)
    {
        var week = new double[ProfileState.HoursOfWeek];
        var all = options.UsualDay.Sum() * Days;
        var expected = new double[Occasion.PartsOfWeek];
        for (var cell = 0; cell < week.Length; cell++)
        {
            week[cell] = options.UsualDay[cell % Hours] / all;
            expected[PartOf(cell)] += week[cell];
        }

        var played = everybody.ByPartOfWeek();
        var plays = 0.0;
        foreach (var part in played) plays += part;
        if (!(plays > 0)) return week;
        for (var cell = 0; cell < week.Length; cell++)
        {
            var part = PartOf(cell);
            week[cell] *= (played[part] + (options.BeliefInUsualDay * expected[part])) / ((plays + options.BeliefInUsualDay) * expected[part]);
        }

        return week;
    }

    // The first Sunday of 2000 is the second of January.
    private static int PartOf(int cell) =>
        Occasion.Of(new DateTimeOffset(2000, 1, 2 + (cell / Hours), cell % Hours, 30, 0, TimeSpan.Zero), device: null).PartOfWeek;

    private static void Spread(float weight, int day, int hour, float[] into)
    {
        if (weight <= 0) return;
        into[(day * Hours) + hour] += weight * OwnDay;
        var isWeekend = IsWeekend(day);
        var alike = isWeekend ? 2 : 5;
        for (var other = 0; other < Days; other++)
        {
            if (IsWeekend(other) == isWeekend) into[(other * Hours) + hour] += weight * (1 - OwnDay) / alike;
        }
    }

    private static bool IsWeekend(int day) => (DayOfWeek)day is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
