namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>An e-mail as it is read.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The message as plain text.</param>
/// <param name="Html">The same as an HTML document.</param>
/// <param name="Unsubscribe">Where the profile can refuse further e-mails with one click; null where it cannot.</param>
public sealed record EmailContent(string Subject, string Text, string Html, Uri? Unsubscribe);
