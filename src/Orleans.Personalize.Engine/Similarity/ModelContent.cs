using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>Everything that is written into a model file, as the trainer puts it together.</summary>
public sealed record ModelContent
{
    /// <summary>The most titles a model holds; item-item rows name titles in 16 bits.</summary>
    public const int MaxTitles = ushort.MaxValue;

    /// <summary>The small things.</summary>
    public required ModelManifest Manifest { get; init; }

    /// <summary>The titles; their places are the model's own numbers.</summary>
    public required ImmutableArray<TitleId> Titles { get; init; }

    /// <summary>How often each title was played: float[titles].</summary>
    public required ReadOnlyMemory<float> Popularity { get; init; }

    /// <summary>
    /// How much each title was too new for training to know it, 0 (not at all) to 1: that it was hardly ever chosen does not count against it
    /// then. float[titles]; empty where nothing is new.
    /// </summary>
    public ReadOnlyMemory<float> Newness { get; init; }

    /// <summary>Log-odds of being liked, for each title, drawn to the mean of all and less that mean: float[titles].</summary>
    public required ReadOnlyMemory<float> Quality { get; init; }

    /// <summary>
    /// How each title is judged: its mean strength above that of all, then the numbers that say how this depends on taste;
    /// float[titles x (1 + <see cref="MatchCalibration.Dimension"/>)], row-major. Empty where nothing was judged.
    /// </summary>
    public ReadOnlyMemory<float> Judgements { get; init; }

    /// <summary>
    /// Logarithm of how many times more often the members of each community choose a title than everybody: Half[communities x titles]; empty
    /// where there are no communities.
    /// </summary>
    public ReadOnlyMemory<Half> CommunityLifts { get; init; }

    /// <summary>Where the item-item rows begin: int[scales x titles + 1]; the row of a title and a scale is number scale * titles + title.</summary>
    public required ReadOnlyMemory<int> RowStarts { get; init; }

    /// <summary>Titles that the rows name, ascending within a row: ushort[entries].</summary>
    public required ReadOnlyMemory<ushort> RowTitles { get; init; }

    /// <summary>Weights, beside <see cref="RowTitles"/>: Half[entries].</summary>
    public required ReadOnlyMemory<Half> RowWeights { get; init; }

    /// <summary>What a profile's vector is multiplied with to score a title: float[titles x dimension], row-major.</summary>
    public required ReadOnlyMemory<float> Vectors { get; init; }

    /// <summary>Ids of the themes that have vectors, ascending: ulong[themes].</summary>
    public required ReadOnlyMemory<ulong> Themes { get; init; }

    /// <summary>What each theme adds to the vector of a title the model does not hold: float[themes x dimension].</summary>
    public required ReadOnlyMemory<float> ThemeVectors { get; init; }

    /// <summary>The encoder that reads histories in their order, over the same titles; null where there is none.</summary>
    public SequenceEncoder? Encoder { get; init; }

    /// <summary>A model that learnt nothing.</summary>
    public static ModelContent Unlearnt { get; } = new()
    {
        Manifest = ModelManifest.Unlearnt,
        Titles = [],
        Popularity = default,
        Quality = default,
        RowStarts = new int[1],
        RowTitles = default,
        RowWeights = default,
        Vectors = default,
        Themes = default,
        ThemeVectors = default,
    };
}
