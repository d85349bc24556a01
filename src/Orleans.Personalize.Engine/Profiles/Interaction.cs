namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One remembered interaction of a profile with a title: what models and scorers see of a history.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Seconds">When, in seconds since 2000-01-01T00:00:00Z.</param>
/// <param name="Strength">-1 (strongly against) to 1 (strongly for).</param>
public readonly record struct Interaction(int Title, uint Seconds, float Strength)
{
    /// <summary>The moment that <see cref="Seconds"/> counts from; what happened earlier is remembered as of then.</summary>
    public static DateTimeOffset Origin { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How much it counts as a choice, 0 to 1: what the profile turned out to be against says the less of what it chooses, the stronger it was.</summary>
    public float Evidence => EvidenceOf(Strength);

    /// <summary>The same for a strength, -1 to 1.</summary>
    public static float EvidenceOf(float strength) => strength < 0 ? 1 + strength : 1;

    /// <summary>When it happened.</summary>
    public DateTimeOffset Time => Origin.AddSeconds(Seconds);

    /// <summary>A moment in <see cref="Seconds"/>; moments before the origin become 0.</summary>
    public static uint ToSeconds(DateTimeOffset time) => (uint)Math.Clamp((time - Origin).TotalSeconds, 0, uint.MaxValue);
}
