using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Orleans.Personalize.Notifications.Rendering;

namespace Orleans.Personalize.Notifications.Smtp;

/// <summary>
/// Sends e-mails over SMTP, as plain text and HTML in one message, with the head lines for refusing further ones with one click (RFC 2369, RFC 8058).
/// A message that is sent again has the <c>Message-ID</c> that it had, by which mail servers and programs know it for the same.
/// </summary>
public sealed class SmtpSender : INotificationSender
{
    private const int FirstPermanent = 500;

    private readonly SmtpOptions _options;
    private readonly EmailWriter _writer;
    private readonly MailAddress _from;
    private readonly CircuitBreaker _breaker;

    /// <summary>Sends through a server.</summary>
    /// <param name="options">The server.</param>
    /// <param name="messages">What all messages have in common.</param>
    /// <param name="time">Says what time it is; the system's where null.</param>
    /// <exception cref="FormatException">The sender's address is none.</exception>
    public SmtpSender(SmtpOptions options, MessageOptions messages, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _writer = new EmailWriter(messages);
        _from = new MailAddress(options.From, options.FromName ?? messages.ServiceName, Encoding.UTF8);
        _breaker = new CircuitBreaker(options.BreakAfter, options.BreakFor, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public NotificationChannel Channel => NotificationChannel.Email;

    /// <inheritdoc/>
    public bool IsReady => _breaker.IsClosed;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.Profile.Notifications?.Email is not { } address || !MailAddress.TryCreate(address, out var to))
            return SendOutcome.Failed("the profile has no address for e-mail");
        using var message = Compose(notification, to);
        using var client = new SmtpClient(_options.Host, _options.Port)
        {
            EnableSsl = _options.Tls,
            Credentials = _options.User is null ? null : new NetworkCredential(_options.User, _options.Password),
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            _breaker.Note(worked: true);
            return SendOutcome.Sent;
        }
        catch (SmtpFailedRecipientException failure)
        {
            // The server works; it is the address that does not.
            _breaker.Note(worked: true);
            return OutcomeOf(failure.StatusCode, failure.Message);
        }
        catch (SmtpException failure)
        {
            _breaker.Note(worked: false);
            return OutcomeOf(failure.StatusCode, failure.InnerException?.Message ?? failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _breaker.Note(worked: false);
            return SendOutcome.Uncertain($"the server did not answer within {_options.Timeout.TotalSeconds:F0} s");
        }
    }

    // A connection that broke has no code of the server; whatever it is, it may work later.
    private static SendOutcome OutcomeOf(SmtpStatusCode code, string reason) =>
        (int)code >= FirstPermanent ? SendOutcome.Failed($"{(int)code} {reason}") : SendOutcome.Uncertain(reason);

    private MailMessage Compose(OutgoingNotification notification, MailAddress to)
    {
        var content = _writer.Write(notification);
        var message = new MailMessage(_from, to) { Subject = content.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        // The last part is the one that programs prefer.
        message.AlternateViews.Add(View(content.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(content.Html, MediaTypeNames.Text.Html));
        message.Headers["Message-ID"] = $"<{notification.Suggestion.Id}@{_from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (content.Unsubscribe is { } unsubscribe)
        {
            message.Headers["List-Unsubscribe"] = $"<{unsubscribe.AbsoluteUri}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return message;
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
