using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>One way to set a name, with letters that every computer has.</summary>
internal sealed record Typeface
{
    private const string Serif = "Georgia,'Times New Roman',serif";
    private const string Sans = "'Helvetica Neue',Arial,sans-serif";
    private const string Poster = "Impact,'Arial Narrow','Helvetica Neue',sans-serif";
    private const string Round = "'Trebuchet MS','Segoe UI',Verdana,sans-serif";

    private static readonly Typeface Elegant = new()
    {
        Families = Serif,
        Weight = 400,
        Width = 1,
        LargestSize = 52,
        LongestLine = 15,
        LineHeight = 1.06,
        HasRule = true,
    };

    private static readonly Typeface Inscription = new()
    {
        Families = Serif,
        Weight = 400,
        InCapitals = true,
        Tracking = 0.12,
        Width = 1,
        LargestSize = 40,
        LongestLine = 13,
        LineHeight = 1.2,
        MayStandAtTop = true,
    };

    private static readonly Typeface Romantic = new()
    {
        Families = Serif,
        Weight = 400,
        IsItalic = true,
        Width = 0.96,
        LargestSize = 56,
        LongestLine = 14,
        LineHeight = 1.02,
    };

    private static readonly Typeface Bold = new()
    {
        Families = Sans,
        Weight = 800,
        InCapitals = true,
        IsCentred = false,
        Width = 1.06,
        LargestSize = 58,
        LongestLine = 11,
        LineHeight = 0.96,
        HasRule = true,
    };

    private static readonly Typeface Narrow = new()
    {
        Families = Poster,
        Weight = 700,
        InCapitals = true,
        Width = 0.74,
        LargestSize = 84,
        LongestLine = 12,
        LineHeight = 1.02,
        MayStandAtTop = true,
    };

    private static readonly Typeface Wide = new()
    {
        Families = Sans,
        Weight = 300,
        InCapitals = true,
        Tracking = 0.26,
        Width = 1.02,
        LargestSize = 36,
        LongestLine = 12,
        LineHeight = 1.32,
        MayStandAtTop = true,
        HasRule = true,
    };

    private static readonly Typeface Friendly = new()
    {
        Families = Round,
        Weight = 800,
        Width = 1.06,
        LargestSize = 58,
        LongestLine = 12,
        LineHeight = 1.02,
        MayStandAtTop = true,
    };

    private static readonly Typeface Plain = new()
    {
        Families = Sans,
        Weight = 600,
        IsCentred = false,
        Width = 1.02,
        LargestSize = 50,
        LongestLine = 14,
        LineHeight = 1.04,
        HasRule = true,
    };

    /// <summary>CSS font families.</summary>
    public required string Families { get; init; }

    /// <summary>CSS weight.</summary>
    public required int Weight { get; init; }

    /// <summary>Width of the letters, relative to usual ones.</summary>
    public required double Width { get; init; }

    /// <summary>Largest size in user units.</summary>
    public required double LargestSize { get; init; }

    /// <summary>Longest line in characters.</summary>
    public required int LongestLine { get; init; }

    /// <summary>Distance of lines as a multiple of the size.</summary>
    public required double LineHeight { get; init; }

    /// <summary>Space between letters as a multiple of the size.</summary>
    public double Tracking { get; init; }

    public bool InCapitals { get; init; }

    public bool IsItalic { get; init; }

    public bool IsCentred { get; init; } = true;

    public bool HasRule { get; init; }

    public bool MayStandAtTop { get; init; }

    /// <summary>A typeface that suits a title.</summary>
    public static Typeface For(Title title, Dice dice) => dice.Pick(Suiting(title.Genres.FirstOrDefault() ?? string.Empty));

    private static Typeface[] Suiting(string genre) => genre switch
    {
        "Animation" or "Family" or "Children's" or "Children" => [Friendly],
        "Romance" => [Romantic, Elegant, Romantic],
        "Comedy" => [Friendly, Bold, Plain],
        "Crime" or "Thriller" or "War" => [Narrow, Bold, Wide],
        "Horror" => [Inscription, Narrow, Elegant],
        "Mystery" => [Elegant, Wide, Inscription],
        "Science Fiction" or "Sci-Fi" => [Wide, Bold, Wide],
        "Fantasy" or "Historical" => [Inscription, Elegant],
        "Action" or "Western" or "Sport" => [Narrow, Bold],
        "Documentary" or "Reality" or "Nature" => [Plain, Wide, Bold],
        "Music" => [Narrow, Bold, Romantic],
        _ => [Elegant, Plain, Wide, Inscription],
    };
}
