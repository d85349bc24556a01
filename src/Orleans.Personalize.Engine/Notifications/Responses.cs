using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>What a profile makes of messages: how likely it opens one, and how much patience it has left. Read off the log of its messages.</summary>
internal sealed class Responses
{
    private const double HoursOfDay = 24;
    private readonly NotificationEntry[] _log;
    private readonly NotificationOptions _options;
    private readonly uint _now;

    /// <summary>Reads a log.</summary>
    /// <param name="log">The messages, oldest first.</param>
    /// <param name="options">What is believed before.</param>
    /// <param name="now">The moment that it is valued at.</param>
    public Responses(NotificationEntry[] log, NotificationOptions options, DateTimeOffset now)
    {
        _log = log;
        _options = options;
        _now = Interaction.ToSeconds(now);
    }

    /// <summary>
    /// How likely a message of a kind is opened, at an average hour and for a title of average fit, in (0,1): the mean of a beta distribution for the
    /// channel, which is in turn what is believed of the kind before its own messages are counted.
    /// </summary>
    public double OpenRate(NotificationChannel channel, NotificationKind kind)
    {
        var (sent, opened) = Count(channel, null);
        var (ofKind, openedOfKind) = Count(channel, kind);
        var believed = _options.Of(channel).OpenRate;
        var rate = ((_options.BeliefInChannel * believed) + opened) / (_options.BeliefInChannel + sent);
        var interest = Math.Min(0.95, rate * _options.Of(kind).Interest);
        return ((_options.BeliefInKind * interest) + openedOfKind) / (_options.BeliefInKind + ofKind);
    }

    /// <summary>What a message costs in patience: the more messages in a row were not opened, the more.</summary>
    public double Cost(NotificationChannel channel)
    {
        var fatigue = 0.0;
        for (var i = _log.Length - 1; i >= 0; i--)
        {
            ref readonly var entry = ref _log[i];
            if (entry.Channel != channel || entry.Stage == NotificationStage.Failed) continue;
            if (entry.Stage == NotificationStage.Opened) break;
            var weight = entry.Stage == NotificationStage.Dismissed ? _options.DismissedWeight : Ripeness(entry);
            fatigue += weight * Math.Pow(2, -DaysSince(entry.SentSeconds) / _options.FatigueHalfLife);
        }

        return _options.Of(channel).Cost * (1 + (_options.FatigueStep * fatigue));
    }

    private (double Sent, double Opened) Count(NotificationChannel channel, NotificationKind? kind)
    {
        var (sent, opened) = (0.0, 0.0);
        foreach (var entry in _log)
        {
            if (entry.Channel != channel || entry.Stage == NotificationStage.Failed || (kind ?? entry.Kind) != entry.Kind) continue;
            var weight = Math.Pow(2, -DaysSince(entry.SentSeconds) / _options.LearningHalfLife);
            if (entry.Stage == NotificationStage.Opened) opened += weight;
            sent += weight * (entry.Stage is NotificationStage.Opened or NotificationStage.Dismissed ? 1 : Ripeness(entry));
        }

        return (sent, opened);
    }

    // How far it may be said of a message that nobody opened it.
    private double Ripeness(in NotificationEntry entry) => Math.Min(1, DaysSince(entry.SentSeconds) * HoursOfDay / _options.HoursToOpen);

    private double DaysSince(uint seconds) => Math.Max(0, (double)_now - seconds) / (HoursOfDay * 3600);
}
