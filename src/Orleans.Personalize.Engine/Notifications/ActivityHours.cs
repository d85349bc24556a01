using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>
/// In which hours of the week a profile is there: its own visits, with the usual day as what is believed before. One visit on a Tuesday at eight says
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
    /// <param name="now">The moment that visits are valued at.</param>
    public ActivityHours(ProfileState state, NotificationOptions options, DateTimeOffset now)
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
        var usual = options.UsualDay.Sum() * Days;
        var all = visits + options.BeliefInHours;
        for (var cell = 0; cell < spread.Length; cell++)
        {
            var share = (spread[cell] + (options.BeliefInHours * options.UsualDay[cell % Hours] / usual)) / all;
            _lift[cell] = (float)(share * ProfileState.HoursOfWeek);
        }
    }

    /// <summary>How much likelier than in an hour on average the profile is there.</summary>
    /// <param name="local">A moment with the profile's offset from UTC.</param>
    public float At(DateTimeOffset local) => _lift[((int)local.DayOfWeek * Hours) + local.Hour];

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
