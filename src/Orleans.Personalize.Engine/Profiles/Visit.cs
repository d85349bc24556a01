namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One remembered visit of a profile to a title: an <see cref="Interaction"/> with how far the title was watched.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Seconds">When it was last acted on, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="Strength">-1 (strongly against) to 1 (strongly for).</param>
/// <param name="Progress">How far it was watched.</param>
public readonly record struct Visit(int Title, uint Seconds, float Strength, WatchedTo Progress);
