namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>A kind of film or series that people would name as one: what it is made of and the words it is told with.</summary>
internal sealed record Strand
{
    private static readonly Lazy<Strand[]> Loaded = new(() => EmbeddedJson.Read<Strand>("strands.json"));

    /// <summary>All strands.</summary>
    public static IReadOnlyList<Strand> All => Loaded.Value;

    public required string Key { get; init; }

    /// <summary>How much of the catalogue it makes up, relative to the others.</summary>
    public required double Weight { get; init; }

    /// <summary>The tone of its names: dark, epic, light, tender, kids or doc.</summary>
    public required string Style { get; init; }

    /// <summary>Genres that every title of it has.</summary>
    public required string[] Genres { get; init; }

    /// <summary>Genres that some titles of it have too.</summary>
    public required string[] Extra { get; init; }

    /// <summary>Share of series.</summary>
    public required double Series { get; init; }

    public required int[] Ages { get; init; }

    public required string[] Countries { get; init; }

    public required string[] Moods { get; init; }

    public required string[] Settings { get; init; }

    public required string[] Topics { get; init; }

    public required string[] Traits { get; init; }

    /// <summary>What its posters show.</summary>
    public required string[] Motifs { get; init; }

    /// <summary>The colours of its posters.</summary>
    public required string[] Palettes { get; init; }

    public required string[] Adjectives { get; init; }

    public required string[] Nouns { get; init; }

    /// <summary>Words that need no article: Silence, Salt.</summary>
    public required string[] Themes { get; init; }

    public required string[] Places { get; init; }

    /// <summary>Who it is about, with an article.</summary>
    public required string[] Leads { get; init; }

    /// <summary>What happens to them, as a verb phrase in the third person.</summary>
    public required string[] Incidents { get; init; }

    /// <summary>Whole sentences that raise the stakes.</summary>
    public required string[] Turns { get; init; }

    /// <summary>Whether children are meant.</summary>
    public bool ForChildren => Style == "kids";

    /// <summary>Whether what it tells is true.</summary>
    public bool IsFactual => Style == "doc";
}
