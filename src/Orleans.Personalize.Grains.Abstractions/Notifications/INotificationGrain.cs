using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace Orleans.Personalize.Grains.Notifications;

/// <summary>
/// Sends one profile its e-mails and push messages: a reminder wakes it when the next one is due. The key is that of the profile, <see cref="GrainKey"/>; profiles, and
/// not accounts, are told, each at its own hours, with what it refuses.
/// </summary>
/// <remarks>
/// Calls interleave with sending. It keeps nothing but its reminder: what was sent is part of the profile. On a silo that sends nothing it does nothing.
/// </remarks>
[Version(1), Alias("op.INotificationGrain")]
public interface INotificationGrain : IGrainWithStringKey
{
    /// <summary>Looks at the profile within minutes, because its settings changed; or never again, because it cannot be reached any more.</summary>
    /// <param name="reachable">Whether it can be reached.</param>
    [AlwaysInterleave, Alias("Arrange")]
    Task ArrangeAsync(bool reachable);

    /// <summary>Sees to it that the profile, which can be reached, is looked at some time; what is arranged stays.</summary>
    [AlwaysInterleave, Alias("Ensure")]
    Task EnsureAsync();
}
