using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orleans.Personalize.Notifications.Webhook;

/// <summary>
/// The signature of a posted message: HMAC-SHA256 over the moment of sending, a full stop and the body, so that neither can be changed and an old
/// request can be told by its age.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the seconds since 1970 at which the request was made.</summary>
    public const string TimestampHeader = "X-Personalize-Timestamp";

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Personalize-Signature";

    private const string Scheme = "sha256=";

    /// <summary>Signs a body.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")), .. body];
        return Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>Whether a signature is right and not older than a limit; for those who receive messages.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="timestamp">What stood in <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">What stood in <see cref="SignatureHeader"/>.</param>
    /// <param name="body">The body as it was received.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="oldest">How old a request may be, and how far ahead.</param>
    public static bool IsRight(string secret, long timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan oldest) =>
        Math.Abs(now.ToUnixTimeSeconds() - timestamp) <= oldest.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, timestamp, body)), Encoding.UTF8.GetBytes(signature ?? string.Empty));
}
