namespace Orleans.Personalize.Notifications;

/// <summary>How a suggestion reaches a profile that is not looking at the service.</summary>
[GenerateSerializer, Alias("op.NotificationChannel")]
public enum NotificationChannel
{
    /// <summary>A short message on a device: for what is worth hearing of now.</summary>
    Push = 0,

    /// <summary>An e-mail.</summary>
    Email = 1,
}
