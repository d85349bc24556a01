using System.Collections.Concurrent;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Cluster.Tests.for_NotificationGrain;

/// <summary>A sender that notes what it is given and answers as it is told.</summary>
internal sealed class NotedSender(NotificationChannel channel) : INotificationSender
{
    public NotificationChannel Channel => channel;

    public bool IsReady { get; set; } = true;

    public ConcurrentQueue<OutgoingNotification> Sent { get; } = new();

    public Func<OutgoingNotification, SendOutcome> Answer { get; set; } = _ => SendOutcome.Sent;

    public Task<SendOutcome> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken = default)
    {
        Sent.Enqueue(notification);
        return Task.FromResult(Answer(notification));
    }
}
