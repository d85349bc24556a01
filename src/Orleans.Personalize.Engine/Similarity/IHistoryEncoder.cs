namespace Orleans.Personalize.Engine.Similarity;

/// <summary>Reads a profile's visits one after the other; what it remembers of them is the profile's preference vector.</summary>
public interface IHistoryEncoder
{
    /// <summary>Length of every preference vector; 0 for a model that makes none.</summary>
    int Dimension { get; }

    /// <summary>Version of the model that preference vectors belong to; those of another version mean nothing here.</summary>
    string ModelVersion { get; }

    /// <summary>Changes a preference vector by one visit. A title that the model does not know changes nothing.</summary>
    /// <param name="vector">sbyte[<see cref="Dimension"/>]: numbers of -1 to 1 in 127ths, all zeros before the first visit.</param>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="strength">-1 (strongly against) to 1 (strongly for).</param>
    /// <param name="secondsSince">Time since the visit before in seconds; null for the first one.</param>
    void Advance(Span<sbyte> vector, int title, float strength, long? secondsSince);
}
