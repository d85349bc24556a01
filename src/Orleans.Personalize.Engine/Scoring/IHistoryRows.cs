using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// A sum over a history, to which every interaction adds numbers of its own, the less the more came after it. It is linear: from the sum over
/// one history to that over another it is as far as the two differ.
/// </summary>
internal interface IHistoryRows
{
    /// <summary>What remains of an interaction's weight after one more interaction, in (0,1].</summary>
    double Decay { get; }

    /// <summary>How many of the latest interactions count at all.</summary>
    int Reach { get; }

    /// <summary>Length of the sums.</summary>
    int Length { get; }

    /// <summary>Whether an interaction adds anything.</summary>
    bool Counts(in Interaction interaction);

    /// <summary>Adds what all interactions of a history add, each with its weight.</summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <param name="sums">float[<see cref="Length"/>].</param>
    void AddAll(ReadOnlySpan<Interaction> history, Span<float> sums);

    /// <summary>Adds what one interaction adds.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="weight">Its weight; negative to take it out again.</param>
    /// <param name="sums">float[<see cref="Length"/>].</param>
    void Add(in Interaction interaction, float weight, Span<float> sums);
}
