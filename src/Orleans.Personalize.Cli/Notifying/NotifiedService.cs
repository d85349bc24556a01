using Orleans.Personalize.Notifications.Running;

namespace Orleans.Personalize.Cli.Notifying;

/// <summary>A service whose profiles are told, opened for that.</summary>
/// <param name="Desk">What sending needs of it.</param>
/// <param name="Opened">What is to be closed afterwards.</param>
internal sealed record NotifiedService(INotificationDesk Desk, IAsyncDisposable Opened) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Opened.DisposeAsync();
}
