namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One remembered visit of a profile to a title: an <see cref="Interaction"/> with how far the title was watched.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Seconds">When it was last acted on, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="Strength">-1 (strongly against) to 1 (strongly for).</param>
/// <param name="Progress">How far it was watched.</param>
/// <param name="Screen">What it was played on: 0 where it was not played or nothing is remembered of it, 1 where nobody said, else 2 more than the
/// number of a <see cref="Events.DeviceKind"/>.</param>
public readonly record struct Visit(int Title, uint Seconds, float Strength, WatchedTo Progress, byte Screen);
