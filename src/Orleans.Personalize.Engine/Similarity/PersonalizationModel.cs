using Orleans.Personalize.Models;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>What was learnt from everybody: an immutable view over the bytes of a model file, which may be memory-mapped.</summary>
public sealed class PersonalizationModel
{
    /// <summary>A model that learnt nothing: answers come from content and from what is watched now.</summary>
    public static PersonalizationModel Untrained { get; } = new();

    /// <summary>What there is to say about the model.</summary>
    public ModelInfo Info { get; } = new()
    {
        Version = "untrained",
        TrainedAt = DateTimeOffset.UnixEpoch,
        Titles = 0,
        Events = 0,
        Profiles = 0,
        Dimension = 0,
        Bytes = 0,
        Metrics = [],
    };

    /// <summary>Reads a model; the memory must stay valid and unchanged as long as the model is used.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model, of an unknown format version, or damaged (checksum).</exception>
    public static PersonalizationModel Read(ReadOnlyMemory<byte> bytes) => throw new NotImplementedException();
}
