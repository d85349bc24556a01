using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Orleans.Personalize.Json;
using Orleans.Personalize.Notifications.Rendering;

namespace Orleans.Personalize.Notifications.Webhook;

/// <summary>
/// Posts push messages as JSON to a service that carries them to devices. All attempts of a message have the same <c>Idempotency-Key</c>, by which that
/// service knows it for the same. Waits between attempts grow and are partly random, so that many senders do not come back at once
/// (Brooker 2015, "Exponential Backoff and Jitter").
/// </summary>
public sealed class WebhookSender : INotificationSender
{
    private const int ShortestSecret = 16;

    private readonly HttpClient _http;
    private readonly WebhookOptions _options;
    private readonly MessageOptions _messages;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly CircuitBreaker _breaker;

    /// <summary>Posts to a service.</summary>
    /// <param name="http">Makes the requests; its own timeout must not be shorter than <see cref="WebhookOptions.Timeout"/>.</param>
    /// <param name="options">The service.</param>
    /// <param name="messages">What all messages have in common.</param>
    /// <param name="random">Spreads the waits; must be safe for concurrent use. The shared one where null.</param>
    /// <param name="time">Says what time it is; the system's where null.</param>
    /// <exception cref="ArgumentException">The secret is too short, the address none of the web, or a figure out of range.</exception>
    public WebhookSender(HttpClient http, WebhookOptions options, MessageOptions messages, Random? random = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(messages);
        if (Encoding.UTF8.GetByteCount(options.Secret) < ShortestSecret)
            throw new ArgumentException($"the secret of the webhook must have at least {ShortestSecret} bytes", nameof(options));
        if (!options.Url.IsAbsoluteUri || options.Url.Scheme is not ("http" or "https") || options.Attempts < 1)
            throw new ArgumentException("the webhook needs an http or https address and at least one attempt", nameof(options));
        _http = http;
        _options = options;
        _messages = messages;
        _time = time ?? TimeProvider.System;
        _random = random ?? Random.Shared;
        _breaker = new CircuitBreaker(options.BreakAfter, options.BreakFor, _time);
    }

    /// <inheritdoc/>
    public NotificationChannel Channel => NotificationChannel.Push;

    /// <inheritdoc/>
    public bool IsReady => _breaker.IsClosed;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.Profile.Notifications?.PushToken is null)
            return SendOutcome.Failed("the profile has no token for push messages");
        var body = JsonSerializer.SerializeToUtf8Bytes(PushContent.Of(notification, _messages), PersonalizeJson.Options);
        var mayHaveArrived = false;
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, isAnswer, wait) = await TryAsync(notification.Suggestion.Id, body, cancellationToken);
            _breaker.Note(worked: outcome.Status != SendStatus.Uncertain);
            if (outcome.Status != SendStatus.Uncertain)
                return outcome;
            mayHaveArrived |= !isAnswer;
            if (attempt == _options.Attempts || !_breaker.IsClosed)
                return mayHaveArrived ? outcome : SendOutcome.Failed(outcome.Reason!);
            await Task.Delay(wait is { } asked && asked < _options.LongestDelay ? asked : DelayAfter(attempt), _time, cancellationToken);
        }
    }

    private async Task<(SendOutcome Outcome, bool IsAnswer, TimeSpan? Wait)> TryAsync(string id, byte[] body, CancellationToken cancellationToken)
    {
        using var request = RequestOf(id, body);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var reason = $"{(int)response.StatusCode} {response.ReasonPhrase}";
            if (response.IsSuccessStatusCode)
                return (SendOutcome.Sent, true, null);
            return IsOfTheMoment(response.StatusCode)
                ? (SendOutcome.Uncertain(reason), true, response.Headers.RetryAfter?.Delta)
                : (SendOutcome.Failed(reason), true, null);
        }
        catch (HttpRequestException failure)
        {
            // Where nobody listened nobody heard it.
            return (SendOutcome.Uncertain(failure.Message), failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (SendOutcome.Uncertain($"no answer within {_options.Timeout.TotalSeconds:0.#} s"), false, null);
        }
    }

    private HttpRequestMessage RequestOf(string id, byte[] body)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Add("Idempotency-Key", id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(_options.Secret, timestamp, body));
        return request;
    }

    private static bool IsOfTheMoment(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private TimeSpan DelayAfter(int attempt)
    {
        var whole = Math.Min(_options.FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), _options.LongestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(whole * (1 + _random.NextDouble()) / 2);
    }
}
