namespace Orleans.Personalize.Training.Models;

/// <summary>One pass of the sequence encoder over the events: a point of its learning curve.</summary>
/// <param name="IsContinued">Whether the encoder was trained without the newest events before and goes on with all.</param>
/// <param name="Pass">The number of the pass, from 1; begins anew where the encoder goes on.</param>
/// <param name="Loss">Mean of -log probability of what came next, natural logarithm, under dropout.</param>
/// <param name="HeldOut">NDCG@10 of the last events of some profiles, which it did not learn from, after the pass.</param>
/// <param name="Seconds">Time since the first pass began, that of runs before a checkpoint included.</param>
public readonly record struct LearningPass(bool IsContinued, int Pass, double Loss, double HeldOut, double Seconds);
