using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Json;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Running;
using Orleans.Personalize.Notifications.Smtp;
using Orleans.Personalize.Notifications.Webhook;

namespace Orleans.Personalize.Cli.Notifying;

/// <summary>Whatever sends messages, as a file of <see cref="SendingSettings"/> says.</summary>
internal sealed class Sending : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<INotificationSender> _senders = [];

    private Sending(SendingSettings settings)
    {
        Messages = settings.Messages;
        Every = TimeSpan.FromMinutes(settings.EveryMinutes);
        _ = new EmailWriter(settings.Messages);
        if (settings.Smtp is { } smtp)
            _senders.Add(new SmtpSender(smtp, settings.Messages));
        if (settings.Webhook is { } webhook)
            _senders.Add(new WebhookSender(_http, webhook, settings.Messages));
    }

    /// <summary>What all messages have in common.</summary>
    public MessageOptions Messages { get; }

    /// <summary>The time from the beginning of one round to the next.</summary>
    public TimeSpan Every { get; }

    /// <summary>Whether anything can be sent.</summary>
    public bool HasSenders => _senders.Count > 0;

    /// <summary>Reads the file.</summary>
    /// <exception cref="CommandFailedException">It cannot be read, or something in it is wrong.</exception>
    public static Sending Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var settings = JsonSerializer.Deserialize<SendingSettings>(stream, PersonalizeJson.Options) ?? throw new JsonException("is null");
            return settings.EveryMinutes is >= 0.1 and <= 1440
                ? new Sending(settings)
                : throw new CommandFailedException($"{file.FullName}: everyMinutes must be 0.1 to 1440");
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException)
        {
            throw new CommandFailedException($"{file.FullName}: {failure.Message}", failure);
        }
    }

    /// <summary>Sends for a service.</summary>
    public NotificationRunner Runner(INotificationDesk desk, ILogger<NotificationRunner> logger) => new(desk, _senders, TimeProvider.System, logger);

    public void Dispose() => _http.Dispose();
}
