using System.Text.Json;
using Orleans.Personalize.Json;
using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Smtp;
using Orleans.Personalize.Notifications.Webhook;

namespace Orleans.Personalize.Notifications;

/// <summary>Whatever sends messages, as <see cref="SendingSettings"/> say.</summary>
public sealed class MessageSenders : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<INotificationSender> _senders = [];

    /// <summary>Makes the senders.</summary>
    /// <exception cref="ArgumentException">Something in the settings is wrong.</exception>
    public MessageSenders(SendingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.EveryMinutes is not (>= 0.1 and <= 1440))
            throw new ArgumentException("everyMinutes must be 0.1 to 1440", nameof(settings));
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

    /// <summary>See <see cref="SendingSettings.EveryMinutes"/>.</summary>
    public TimeSpan Every { get; }

    /// <summary>One for each channel that something is sent over; none where nothing is.</summary>
    public IReadOnlyList<INotificationSender> Senders => _senders;

    /// <summary>Makes the senders that a file of <see cref="SendingSettings"/> describes.</summary>
    /// <exception cref="InvalidDataException">Something in it is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MessageSenders Read(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var stream = file.OpenRead();
            return new MessageSenders(JsonSerializer.Deserialize<SendingSettings>(stream, PersonalizeJson.Options) ?? throw new JsonException("is null"));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{file.FullName}: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
