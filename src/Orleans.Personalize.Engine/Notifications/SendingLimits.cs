using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>When a profile may be sent something at all: addresses, refusals, quiet hours, and how much was sent lately.</summary>
internal sealed class SendingLimits
{
    private const double SecondsOfHour = 3600;
    private const double SecondsOfWeek = 7 * 24 * SecondsOfHour;

    private readonly NotificationSettings _settings;
    private readonly NotificationOptions _options;
    private readonly NotificationEntry[] _log;
    private readonly int _quietFrom;
    private readonly int _quietUntil;

    /// <summary>Limits of a profile.</summary>
    /// <param name="settings">What is set for it.</param>
    /// <param name="options">What holds for everybody.</param>
    /// <param name="log">Its messages.</param>
    public SendingLimits(ProfileSettings settings, NotificationOptions options, NotificationEntry[] log)
    {
        _settings = settings.Notifications ?? new NotificationSettings();
        _options = options;
        _log = log;
        _quietFrom = _settings.QuietFromHour ?? (settings.Kids ? options.KidsQuietFromHour : options.QuietFromHour);
        _quietUntil = _settings.QuietUntilHour ?? options.QuietUntilHour;
    }

    /// <summary>Why a kind cannot be sent over a channel at all; null where it can.</summary>
    public NotificationHold? Refusal(NotificationChannel channel, NotificationKind kind)
    {
        if ((channel == NotificationChannel.Push ? _settings.PushToken : _settings.Email) is null) return NotificationHold.NoAddress;
        if (_settings.OptOuts.IsDefaultOrEmpty) return null;
        foreach (var optOut in _settings.OptOuts)
        {
            if (optOut.Refuses(channel, kind)) return NotificationHold.OptedOut;
        }

        return null;
    }

    /// <summary>Why nothing may be sent over a channel at a moment; null where something may.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="local">The moment, with the profile's offset from UTC.</param>
    /// <param name="except">A message that does not count, as it is tried again; null where all count.</param>
    public NotificationHold? Hindrance(NotificationChannel channel, DateTimeOffset local, ulong? except)
    {
        if (IsQuiet(local.Hour)) return NotificationHold.QuietHours;
        var seconds = (double)Interaction.ToSeconds(local);
        var channelOptions = _options.Of(channel);
        var inWeek = 0;
        foreach (var entry in _log)
        {
            if (entry.Stage == NotificationStage.Failed || entry.Message == except) continue;
            var age = seconds - entry.SentSeconds;
            if (age < _options.SpacingHours * SecondsOfHour) return NotificationHold.Cap;
            if (entry.Channel != channel) continue;
            if (age < channelOptions.SpacingHours * SecondsOfHour) return NotificationHold.Cap;
            if (age < SecondsOfWeek) inWeek++;
        }

        return inWeek >= channelOptions.MostInWeek ? NotificationHold.Cap : null;
    }

    private bool IsQuiet(int hour) => _quietFrom <= _quietUntil
        ? hour >= _quietFrom && hour < _quietUntil
        : hour >= _quietFrom || hour < _quietUntil;
}
