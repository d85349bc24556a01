namespace Orleans.Personalize.Notifications.Smtp;

/// <summary>The mail server that takes a service's e-mails.</summary>
public sealed record SmtpOptions
{
    /// <summary>Its name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port: 587 for submission with STARTTLS, 25 between servers.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must be encrypted (STARTTLS); without it only for a server on the same machine or network.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Whom to sign in as; null for not at all.</summary>
    public string? User { get; init; }

    /// <summary>The password for that.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's address, such as <c>news@example.com</c>.</summary>
    public required string From { get; init; }

    /// <summary>The sender's name beside the address.</summary>
    public string? FromName { get; init; }

    /// <summary>How long one message may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures in a row after which the server is left alone.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>For how long it is left alone.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromMinutes(2);
}
