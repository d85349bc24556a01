using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Comparison;

namespace Orleans.Personalize.Training.Models;

/// <summary>What a training run made: the bytes of a model file.</summary>
public sealed class TrainedModel
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal TrainedModel(ReadOnlyMemory<byte> bytes, TimeSpan elapsed, ModelComparison? comparison = null)
    {
        _bytes = bytes;
        Elapsed = elapsed;
        Model = PersonalizationModel.Read(bytes);
        Comparison = comparison is null ? null : comparison with { Candidate = Model.Info.Version };
    }

    /// <summary>The model, ready to answer.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>How the passes of the sequence encoder went, in order; empty where none was trained.</summary>
    public ImmutableArray<LearningPass> LearningCurve { get; internal init; } = [];

    /// <summary>How long the training took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>
    /// How what was fitted without the newest events did against the model in service; null where there was none or where there are too few
    /// events to compare on.
    /// </summary>
    public ModelComparison? Comparison { get; }

    /// <summary>Writes the model file, as <see cref="PersonalizationModel.Read"/> reads it.</summary>
    public void WriteTo(Stream stream) => stream.Write(_bytes.Span);
}
