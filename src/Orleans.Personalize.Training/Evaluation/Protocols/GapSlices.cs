namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Names answers by the time since the profile's event before.</summary>
internal static class GapSlices
{
    public const string SameSecond = "gap 0 s";
    public const string Minute = "gap <= 1 min";
    public const string Hour = "gap <= 1 h";
    public const string More = "gap > 1 h";

    public static string Of(double seconds) => seconds switch
    {
        <= 0 => SameSecond,
        <= 60 => Minute,
        <= 3600 => Hour,
        _ => More,
    };
}
