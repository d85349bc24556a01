using System.Globalization;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Occasions;

/// <summary>An occasion as it is said.</summary>
internal static class OccasionWords
{
    /// <summary>Such as "Friday evenings on your TV": no more of it than makes the difference for the profile.</summary>
    public static string Of(Occasion occasion, OccasionTaste taste)
    {
        var days = taste.IsOfDay ? CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(occasion.Time.Day)
            : occasion.Time.IsWeekend ? "weekend"
            : "weekday";
        var part = occasion.Time.Part switch
        {
            DayPart.Morning => "mornings",
            DayPart.Afternoon => "afternoons",
            DayPart.Evening => "evenings",
            _ => "nights",
        };
        var screen = !taste.IsOnScreen ? string.Empty : (occasion.Screen - Screens.Unknown - 1) switch
        {
            (int)DeviceKind.Tv => " on your TV",
            (int)DeviceKind.Phone => " on your phone",
            (int)DeviceKind.Tablet => " on your tablet",
            (int)DeviceKind.Web => " in your browser",
            _ => string.Empty,
        };
        return $"{days} {part}{screen}";
    }
}
