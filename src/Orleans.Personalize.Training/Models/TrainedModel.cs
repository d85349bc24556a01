using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Training.Models;

/// <summary>What a training run made: the bytes of a model file.</summary>
public sealed class TrainedModel
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal TrainedModel(ReadOnlyMemory<byte> bytes, TimeSpan elapsed)
    {
        _bytes = bytes;
        Elapsed = elapsed;
        Model = PersonalizationModel.Read(bytes);
    }

    /// <summary>The model, ready to answer.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>How long the training took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Writes the model file, as <see cref="PersonalizationModel.Read"/> reads it.</summary>
    public void WriteTo(Stream stream) => stream.Write(_bytes.Span);
}
