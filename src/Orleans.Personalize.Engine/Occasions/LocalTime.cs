namespace Orleans.Personalize.Engine.Occasions;

/// <summary>A time of the week where the profile is.</summary>
/// <param name="Day">The day; what comes before five in the morning belongs to the day before.</param>
/// <param name="Hour">The hour of the day with its fraction, in [0,24).</param>
internal readonly record struct LocalTime(DayOfWeek Day, float Hour)
{
    private const int DaySeconds = 24 * 3600;
    private const int HoursOfPart = 6;
    private const float FirstHour = 5;
    private const float FirstHourOfEvening = 17;

    // Standard deviation of what counts as the same hour.
    private const float Hours = 1.5f;

    // What another day of the same part of the week counts, and one of the other part.
    private const float LikeDay = 0.4f;
    private const float OtherDay = 0.15f;

    /// <summary>Which part of the day it is.</summary>
    public DayPart Part => (DayPart)(((int)(Hour + 24 - FirstHour) % 24) / HoursOfPart);

    /// <summary>Whether it is from Friday evening to Sunday night.</summary>
    public bool IsWeekend => Day is DayOfWeek.Saturday or DayOfWeek.Sunday || (Day == DayOfWeek.Friday && (Hour >= FirstHourOfEvening || Hour < FirstHour));

    /// <summary>The time of a moment.</summary>
    /// <param name="seconds">Seconds since 2000-01-01T00:00 by the clock of the place, which was a Saturday.</param>
    public static LocalTime Of(long seconds)
    {
        var hour = (float)Remainder(seconds, DaySeconds) / 3600;
        var ofWeek = Remainder(seconds - ((int)FirstHour * 3600) + ((int)DayOfWeek.Saturday * DaySeconds), 7 * DaySeconds);
        return new LocalTime((DayOfWeek)(ofWeek / DaySeconds), hour);
    }

    /// <summary>How much what happened at another time tells of this one, in (0,1].</summary>
    public float Nearness(LocalTime other)
    {
        var apart = MathF.Abs(Hour - other.Hour);
        apart = Math.Min(apart, 24 - apart) / Hours;
        var day = Day == other.Day ? 1 : IsWeekend == other.IsWeekend ? LikeDay : OtherDay;
        return day * MathF.Exp(-apart * apart / 2);
    }

    private static long Remainder(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
