namespace Orleans.Personalize.Training.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Fraction">How much of the step is done, 0 to 1.</param>
/// <param name="Elapsed">Time since the evaluation began.</param>
public readonly record struct EvaluationProgress(string Step, double Fraction, TimeSpan Elapsed);
