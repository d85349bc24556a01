namespace Orleans.Personalize.Engine.Titles;

/// <summary>Who learns of a play, and whose counts an answer asks for; the same in every host and in replays.</summary>
public static class PlayNextRules
{
    /// <summary>A play is counted as played next by as many of the titles played last before it.</summary>
    public const int Window = 5;

    /// <summary>An answer consults as many of the titles played last.</summary>
    public const int Consulted = 8;

    /// <summary>How much a play counts for a title played before it.</summary>
    /// <param name="distance">1 for the title played last, 2 for the one before it, and so on.</param>
    public static float Share(int distance) => 1f / distance;
}
