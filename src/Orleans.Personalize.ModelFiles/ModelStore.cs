using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.ModelFiles;

/// <summary>
/// A folder of model files, one a version, and the name of the one in service. Publishing is atomic: a crash leaves either the old model
/// or the new one in service, never half a file.
/// </summary>
/// <param name="directory">The folder; made on first publishing.</param>
public sealed class ModelStore(string directory)
{
    /// <summary>The folder.</summary>
    public string Directory { get; } = directory;

    /// <summary>The version in service; null where none was published.</summary>
    public string? ActiveVersion => throw new NotImplementedException();

    /// <summary>Writes a model durably and puts it in service.</summary>
    /// <param name="write">Writes the model's bytes to the stream it is given.</param>
    /// <returns>The version, taken from the checksum in the file.</returns>
    public string Publish(Action<Stream> write) => throw new NotImplementedException();

    /// <summary>Maps the model in service into memory; an untrained one where none was published.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public PersonalizationModel OpenActive() => throw new NotImplementedException();
}
