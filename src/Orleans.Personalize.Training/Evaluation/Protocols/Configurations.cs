using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>Says in words what a model was trained with and what it learnt to trust.</summary>
internal static class Configurations
{
    public static ImmutableSortedDictionary<string, string> Of(TrainingOptions options, PersonalizationModel model)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        words["scales"] = string.Join(' ', options.MultiScale.Scales.Select(scale => $"{scale.Decay}:{scale.Regularization}"));
        words["targetDecay"] = $"{options.MultiScale.TargetDecay}";
        words["rowLength"] = $"{options.MultiScale.RowLength}";
        words["dimension"] = $"{model.Info.Dimension}";
        words["modelBytes"] = $"{model.Info.Bytes}";
        words["modelVersion"] = model.Info.Version;
        Add(words, "blend", model.Manifest.Blend);
        if (model.Manifest.TopPicks is { } topPicks)
            Add(words, "topPicks", topPicks);
        if (model.Manifest.Newcomers is { } newcomers)
            Add(words, "newcomers", newcomers);
        return words.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, string>.Builder words, string name, BlendWeights blend)
    {
        words[$"{name}.base"] = Weights(blend.Base);
        for (var measure = 0; measure < blend.Measures.Length; measure++)
            words[$"{name}.measure{measure}"] = Weights(blend.Measures[measure]);
    }

    private static string Weights(ImmutableArray<float> weights) =>
        string.Join(' ', weights.Select((weight, part) => $"{(ScorePartKind)part}:{weight:f2}"));
}
