namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One message to a profile.</summary>
/// <param name="Message">A 48-bit hash of the message's id.</param>
/// <param name="Title">Catalogue number of the title it was about; -1 where it was about none.</param>
/// <param name="Seconds">When the last thing became of it, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="Kind">What last became of it.</param>
public readonly record struct NotificationEntry(ulong Message, int Title, uint Seconds, NotificationKind Kind);
