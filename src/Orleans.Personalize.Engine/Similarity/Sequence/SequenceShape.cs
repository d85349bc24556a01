namespace Orleans.Personalize.Engine.Similarity.Sequence;

/// <summary>
/// Sizes of a sequence encoder and where each of its weights lies in the one array that holds them all. Matrices are kept in panels of 32
/// columns, float[columns / 32][rows x 32]: products with them run along memory, in training and in answering.
/// </summary>
public sealed record SequenceShape
{
    /// <summary>Columns of a panel; <see cref="Dimension"/> and <see cref="Hidden"/> are multiples of it.</summary>
    public const int Panel = 32;

    /// <summary>The most titles there can be.</summary>
    public const int MaxTitles = 1 << 19;

    /// <summary>The longest vector or state: products keep them on the stack.</summary>
    public const int MaxWidth = 1024;

    /// <summary>Computes where everything lies.</summary>
    /// <param name="titles">Number of titles, 1 to <see cref="MaxTitles"/>.</param>
    /// <param name="dimension">Length of a title's vector, a multiple of <see cref="Panel"/> up to <see cref="MaxWidth"/>.</param>
    /// <param name="hidden">Length of the hidden state, a multiple of <see cref="Panel"/> up to <see cref="MaxWidth"/>.</param>
    /// <exception cref="ArgumentException">A size is not possible.</exception>
    public SequenceShape(int titles, int dimension, int hidden)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(titles, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(titles, MaxTitles);
        if (dimension is < Panel or > MaxWidth || dimension % Panel != 0)
            throw new ArgumentException($"The dimension must be a multiple of {Panel} up to {MaxWidth}, not {dimension}.", nameof(dimension));
        if (hidden is < Panel or > MaxWidth || hidden % Panel != 0)
            throw new ArgumentException($"The hidden size must be a multiple of {Panel} up to {MaxWidth}, not {hidden}.", nameof(hidden));
        Titles = titles;
        Dimension = dimension;
        Hidden = hidden;
        PaddedTitles = (titles + Panel - 1) / Panel * Panel;
        var end = 0;
        int Place(int length)
        {
            var start = end;
            end += length;
            return start;
        }

        TitleVectors = Place(PaddedTitles * dimension);
        TitleBias = Place(PaddedTitles);
        StrengthVectors = Place(SequenceFeatures.StrengthBuckets * dimension);
        GapVectors = Place(SequenceFeatures.GapBuckets * dimension);
        InputWeights = Place(dimension * Gates);
        InputBias = Place(Gates);
        RecurrentWeights = Place(hidden * Gates);
        RecurrentBias = Place(hidden);
        MomentGates = Place(SequenceFeatures.GapBuckets * hidden);
        Projection = Place(hidden * dimension);
        MomentShifts = Place(SequenceFeatures.GapBuckets * dimension);
        Parameters = end;
    }

    /// <summary>Number of titles.</summary>
    public int Titles { get; }

    /// <summary>Length of a title's vector.</summary>
    public int Dimension { get; }

    /// <summary>Length of the hidden state, the preference vector.</summary>
    public int Hidden { get; }

    /// <summary>Number of titles, filled up to full panels.</summary>
    public int PaddedTitles { get; }

    /// <summary>Reset, update and candidate for every hidden unit, in this order.</summary>
    public int Gates => 3 * Hidden;

    /// <summary>Start of the title vectors, both going in and coming out: panels of Dimension x PaddedTitles.</summary>
    public int TitleVectors { get; }

    /// <summary>Start of what is added to each title's score: float[PaddedTitles], far below zero where a number only fills up the last panel.</summary>
    public int TitleBias { get; }

    /// <summary>Start of the vectors added to the input by strength: float[StrengthBuckets x Dimension].</summary>
    public int StrengthVectors { get; }

    /// <summary>Start of the vectors added to the input by time since the event before: float[GapBuckets x Dimension].</summary>
    public int GapVectors { get; }

    /// <summary>Start of the weights from input to gates: panels of Dimension x Gates.</summary>
    public int InputWeights { get; }

    /// <summary>Start of the gates' bias: float[Gates].</summary>
    public int InputBias { get; }

    /// <summary>Start of the weights from state to gates: panels of Hidden x Gates.</summary>
    public int RecurrentWeights { get; }

    /// <summary>Start of the bias inside the reset gate's reach: float[Hidden].</summary>
    public int RecurrentBias { get; }

    /// <summary>Start of the factors, less one, on the state by time since the last event: float[GapBuckets x Hidden].</summary>
    public int MomentGates { get; }

    /// <summary>Start of the weights from state to title space: panels of Hidden x Dimension.</summary>
    public int Projection { get; }

    /// <summary>Start of the vectors added in title space by time since the last event: float[GapBuckets x Dimension].</summary>
    public int MomentShifts { get; }

    /// <summary>Number of all weights.</summary>
    public int Parameters { get; }

    /// <summary>Place of one element of a title's vector.</summary>
    public int TitleWeight(int title, int element) => TitleVectors + (title / Panel * Panel * Dimension) + (element * Panel) + (title % Panel);
}
