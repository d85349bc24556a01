using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>
/// Finds the hour and the channel at which a suggestion is worth most: hours of the next days in which the profile uses to be there, against what
/// waiting takes off.
/// </summary>
internal sealed class SendTiming
{
    private const double SurelyOpened = 0.95;

    private readonly NotificationOptions _options;
    private readonly SendingLimits _limits;
    private readonly Responses _responses;
    private readonly ActivityHours _hours;
    private readonly DateTimeOffset _now;

    /// <summary>Works out what holds for a profile.</summary>
    public SendTiming(PageContext page, ProfileState state, NotificationOptions options)
    {
        _options = options;
        _limits = new SendingLimits(page.Settings, options, state.NotificationArray);
        _responses = new Responses(state.NotificationArray, options, page.Now);
        _hours = new ActivityHours(state, options, page.Moment.Trend.Occasions, page.Now);
        _now = page.Now.ToOffset(page.LastOffset);
    }

    /// <summary>The best way to send a suggestion; where there is none, the best of those that fail, and why.</summary>
    /// <param name="candidate">The suggestion.</param>
    /// <param name="attempt">Above 1 for an e-mail that was cut off, which is sent again by e-mail, and as soon as may be.</param>
    public SendTime Best(Candidate candidate, int attempt)
    {
        if (attempt > 1) return On(NotificationChannel.Email, candidate, isAgain: true);
        var (push, email) = (On(NotificationChannel.Push, candidate, isAgain: false), On(NotificationChannel.Email, candidate, isAgain: false));
        var canPush = _options.Of(candidate.Kind).OnPush > 0;
        var canMail = _options.Of(candidate.Kind).OnEmail > 0;
        if (!canPush || !canMail) return canMail ? email : push;
        return (push.At is null, email.At is null) switch
        {
            (true, false) => email,
            (false, true) => push,
            (true, true) => Reach(email) > Reach(push) ? email : push,
            _ => email.Score > push.Score ? email : push,
        };
    }

    // Of two that fail, the one that came furthest says most.
    private static int Reach(in SendTime time) => time.Hold is { } hold ? (int)hold : -1;

    private SendTime On(NotificationChannel channel, Candidate candidate, bool isAgain)
    {
        var kind = _options.Of(candidate.Kind);
        var (rate, cost, worth) = (_responses.OpenRate(channel, candidate.Kind) * candidate.Fit, _responses.Cost(channel), kind.WorthOn(channel));
        var here = ValueAt(_now);
        if (_limits.Refusal(channel, candidate.Kind) is { } refusal) return here with { At = null, Hold = refusal };
        ulong? except = isAgain ? EventWindow.HashOf(candidate.Id) : null;
        var hindrance = _limits.Hindrance(channel, _now, except);
        SendTime? best = hindrance is null ? here : null;
        if (!(isAgain && best is not null))
        {
            foreach (var hour in HoursAhead(candidate.Until))
            {
                if (_limits.Hindrance(channel, hour, except) is not null) continue;
                var then = ValueAt(hour);
                if (best is null || then.Score > best.Value.Score) best = then;
                if (isAgain) break;
            }
        }

        if (best is not { } found) return here with { At = null, Hold = hindrance ?? NotificationHold.Cap };
        if (found.Score <= 0 && !isAgain) return found with { At = null, Hold = NotificationHold.NotWorthIt };
        var isNow = found.At == _now;
        return found with { Hold = isNow ? null : hindrance ?? NotificationHold.BetterHour };

        SendTime ValueAt(DateTimeOffset time)
        {
            var open = Math.Min(SurelyOpened, rate * Math.Pow(_hours.At(time), _options.HourStrength));
            var waited = Math.Exp(-(time - _now).TotalHours / kind.PatienceHours);
            return new SendTime(channel, time, null, (open * worth * waited) - cost, open, worth, cost);
        }
    }

    private IEnumerable<DateTimeOffset> HoursAhead(DateTimeOffset? until)
    {
        var hour = new DateTimeOffset(_now.Year, _now.Month, _now.Day, _now.Hour, 0, 0, _now.Offset);
        for (var step = 1; step <= _options.HorizonHours; step++)
        {
            var time = hour.AddHours(step);
            if (time >= until) yield break;
            yield return time;
        }
    }
}
