using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Orleans.Personalize.Notifications.Unsubscribing;

/// <summary>
/// Tokens in unsubscribe links: whoever has one may refuse one channel for one profile, and nothing else, without signing in. They are signed
/// (HMAC-SHA256), say nothing secret and hold for ever, as the message they stand in does.
/// </summary>
public sealed class UnsubscribeTokens
{
    /// <summary>The shortest key in bytes.</summary>
    public const int ShortestKey = 16;

    private const char Separator = '.';

    // Keeps a signature made for this from being one for anything else.
    private const string Purpose = "unsubscribe-1";

    private readonly byte[] _key;

    /// <summary>Tokens that are signed with a key; whoever knows it can make them.</summary>
    /// <param name="key">At least <see cref="ShortestKey"/> bytes in UTF-8.</param>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public UnsubscribeTokens(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = Encoding.UTF8.GetBytes(key);
        if (_key.Length < ShortestKey)
            throw new ArgumentException($"the key of unsubscribe links must have at least {ShortestKey} bytes", nameof(key));
    }

    /// <summary>A token for a profile and a channel, of characters that stand in addresses as they are.</summary>
    public string Create(ProfileId profile, NotificationChannel channel)
    {
        var content = Encoding.UTF8.GetBytes($"{(int)channel}{profile.Value}");
        return $"{Base64Url.EncodeToString(content)}{Separator}{Base64Url.EncodeToString(Sign(content))}";
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What stood in the link.</param>
    /// <param name="profile">Whose it is.</param>
    /// <param name="channel">What is refused.</param>
    /// <returns>Whether it is one of these.</returns>
    public bool TryRead([NotNullWhen(true)] string? token, out ProfileId profile, out NotificationChannel channel)
    {
        (profile, channel) = (default, default);
        if (token?.Split(Separator) is not [var encoded, var signature] || Decode(encoded) is not { Length: > 1 } content || Decode(signature) is not { } signed)
            return false;
        if (!CryptographicOperations.FixedTimeEquals(Sign(content), signed))
            return false;
        channel = (NotificationChannel)(content[0] - '0');
        return Enum.IsDefined(channel) && ProfileId.TryParse(Encoding.UTF8.GetString(content.AsSpan(1)), null, out profile);
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private byte[] Sign(byte[] content)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(Purpose), 0, .. content];
        return HMACSHA256.HashData(_key, signed);
    }
}
