using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Training.Judgements;

/// <summary>What is known of how titles are judged.</summary>
/// <param name="Numbers">float[titles x (1 + dimension)]: a title's mean above that of all, then what depends on taste.</param>
/// <param name="Calibration">How these are folded in; its weights are those of a model that learnt nothing.</param>
internal sealed record FittedJudgements(float[] Numbers, MatchCalibration Calibration);
