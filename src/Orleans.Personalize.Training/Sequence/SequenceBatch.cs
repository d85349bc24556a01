namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Some steps of several sequences side by side. Arrays are int[steps x lanes], all lanes of a step together.
/// </summary>
internal sealed class SequenceBatch(int steps, int lanes)
{
    /// <summary>Stands for a target that is not there.</summary>
    public const int NoTarget = -1;

    public int Steps { get; } = steps;

    public int Lanes { get; } = lanes;

    public int Rows => Steps * Lanes;

    /// <summary>The title that happened.</summary>
    public int[] Title { get; } = new int[steps * lanes];

    /// <summary>Bucket of its strength.</summary>
    public int[] Strength { get; } = new int[steps * lanes];

    /// <summary>Bucket of the time since the event before.</summary>
    public int[] Gap { get; } = new int[steps * lanes];

    /// <summary>Bucket of the time until the event after.</summary>
    public int[] NextGap { get; } = new int[steps * lanes];

    /// <summary>The title of the event after, or <see cref="NoTarget"/>.</summary>
    public int[] Target { get; } = new int[steps * lanes];

    /// <summary>Whether the lane begins another sequence here, so that its state starts from zero.</summary>
    public bool[] Reset { get; } = new bool[steps * lanes];

    /// <summary>Index of the event in <see cref="EventSequences"/>; -1 where the lane has no more.</summary>
    public int[] Event { get; } = new int[steps * lanes];

    /// <summary>How many rows have a target.</summary>
    public int Targets { get; set; }
}
