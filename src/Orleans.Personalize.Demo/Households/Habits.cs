using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Demo.Households;

/// <summary>When a member comes, and on what screen.</summary>
internal static class Habits
{
    private const double MoreAtWeekends = 1.35;

    private static readonly Slot[] Children =
    [
        new(Days.Weekday, 16.3, 0.9, DeviceKind.Tablet, 5),
        new(Days.Weekday, 18.2, 0.4, DeviceKind.Tv, 2),
        new(Days.Weekend, 8.8, 1.1, DeviceKind.Tablet, 3),
        new(Days.Weekend, 9.3, 0.9, DeviceKind.Tv, 3),
        new(Days.Weekend, 17, 1, DeviceKind.Tablet, 2),
    ];

    private static readonly Slot[] Teens =
    [
        new(Days.Weekday, 16.8, 1.1, DeviceKind.Phone, 4),
        new(Days.Weekday, 21.2, 0.9, DeviceKind.Web, 3),
        new(Days.Weekend, 14, 2.2, DeviceKind.Tv, 3),
        new(Days.Weekend, 22, 1, DeviceKind.Phone, 3),
    ];

    private static readonly Slot[] Adults =
    [
        new(Days.Weekday, 20.6, 1.1, DeviceKind.Tv, 6),
        new(Days.Weekday, 22, 0.7, DeviceKind.Tablet, 1),
        new(Days.Weekday, 12.6, 0.4, DeviceKind.Web, 0.6),
        new(Days.Weekend, 15.5, 1.9, DeviceKind.Tv, 3),
        new(Days.Weekend, 20.8, 1.2, DeviceKind.Tv, 5),
        new(Days.Weekend, 11, 1.2, DeviceKind.Web, 1),
    ];

    private static readonly Slot[] Commuters =
    [
        new(Days.Weekday, 7.8, 0.4, DeviceKind.Phone, 4),
        new(Days.Weekday, 17.9, 0.5, DeviceKind.Phone, 4),
        .. Adults,
    ];

    private enum Days
    {
        Weekday,
        Weekend,
    }

    /// <summary>The visits of one day in the order of time.</summary>
    /// <param name="member">Who comes.</param>
    /// <param name="midnight">The beginning of the day where the member lives.</param>
    /// <param name="dice">Chance.</param>
    public static IEnumerable<(DateTimeOffset Start, DeviceKind Device)> Visits(Member member, DateTimeOffset midnight, Dice dice)
    {
        var day = midnight.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Days.Weekend : Days.Weekday;
        var expected = member.VisitsPerDay * (day == Days.Weekend ? MoreAtWeekends : 1);
        var slots = SlotsOf(member).Where(slot => slot.Days == day).ToArray();
        var totals = Totals.Of(slots, slot => slot.Weight);
        var visits = new List<(DateTimeOffset, DeviceKind)>(2);
        for (var chance = expected; dice.Chance(chance); chance *= 0.5)
        {
            var slot = slots[dice.Weighted(totals)];
            visits.Add((midnight.AddSeconds(Math.Round(3600 * (slot.Hour + (slot.Spread * dice.Normal())))), slot.Device));
        }

        return visits.OrderBy(visit => visit.Item1);
    }

    private static Slot[] SlotsOf(Member member) => member.Persona switch
    {
        Persona.Child => Children,
        Persona.Teen => Teens,
        _ => member.Commutes ? Commuters : Adults,
    };

    /// <summary>A time of day at which somebody likes to watch.</summary>
    /// <param name="Days">On which days.</param>
    /// <param name="Hour">Its middle, in hours after midnight.</param>
    /// <param name="Spread">Its standard deviation, in hours.</param>
    /// <param name="Device">The screen.</param>
    /// <param name="Weight">How often, relative to the others.</param>
    private readonly record struct Slot(Days Days, double Hour, double Spread, DeviceKind Device, double Weight);
}
