namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Names answers by the time since the profile's event before.</summary>
internal static class GapSlices
{
    public const string Group = "gap";
    public const string ExactGroup = "gap, exact times";

    private const double Hour = 3600;

    /// <summary>By same second, minute, hour and more.</summary>
    public static Slice Of(double seconds) => seconds switch
    {
        <= 0 => new Slice(Group, 0, "gap 0 s"),
        <= 60 => new Slice(Group, 1, "gap <= 1 min"),
        <= Hour => new Slice(Group, 2, "gap <= 1 h"),
        _ => new Slice(Group, 3, "gap > 1 h"),
    };

    /// <summary>The same for profiles whose times are known to be exact.</summary>
    public static Slice Exact(double seconds)
    {
        var slice = Of(seconds);
        return slice with { Group = ExactGroup, Name = $"{slice.Name}, exact times" };
    }

    /// <summary>By visit only: up to an hour, and more.</summary>
    public static Slice ByVisit(double seconds) => Of(Math.Max(seconds, Hour));
}
