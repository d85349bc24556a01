namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// The vectors that a profile's history is summed up with: every title of the catalogue has one, also a title that the model never saw
/// (its vector then comes from its content).
/// </summary>
public interface ITitleVectors
{
    /// <summary>Length of every vector; 0 for a model that has none.</summary>
    int Dimension { get; }

    /// <summary>Version of the model that the vectors belong to; preference vectors of another version mean nothing here.</summary>
    string ModelVersion { get; }

    /// <summary>The vector of a title, by catalogue number: float[Dimension]; all zeros where nothing is known of the title.</summary>
    ReadOnlySpan<float> this[int title] { get; }
}
