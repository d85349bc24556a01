namespace Orleans.Personalize.Notifications;

/// <summary>Sends messages over one channel. Safe for concurrent use.</summary>
public interface INotificationSender
{
    /// <summary>The channel.</summary>
    NotificationChannel Channel { get; }

    /// <summary>Whether it makes sense to send now. While the other side is known not to answer nothing is taken on, so that nothing is lost.</summary>
    bool IsReady { get; }

    /// <summary>Sends one message. Sending the same again is to have the effect of sending it once, as far as the other side makes that possible.</summary>
    /// <exception cref="OperationCanceledException">Sending was broken off; whether the message went out is not known.</exception>
    Task<SendOutcome> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken = default);
}
