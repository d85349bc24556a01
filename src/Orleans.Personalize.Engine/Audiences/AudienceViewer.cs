namespace Orleans.Personalize.Engine.Audiences;

/// <summary>What a title is to one sampled profile.</summary>
internal sealed record AudienceViewer
{
    /// <summary>The profile.</summary>
    public required AudienceMember Member { get; init; }

    /// <summary>Whether it may see the title.</summary>
    public required bool MaySee { get; init; }

    /// <summary>Whether it played it.</summary>
    public required bool HasPlayed { get; init; }

    /// <summary>The title's place among all that it may see and did not finish, from 1; positive infinity where it would not be shown.</summary>
    public double Place { get; init; } = double.PositiveInfinity;

    /// <summary>How probable it is that it likes the title once it watches it; negative infinity where it would not be shown.</summary>
    public double Match { get; init; } = double.NegativeInfinity;
}
