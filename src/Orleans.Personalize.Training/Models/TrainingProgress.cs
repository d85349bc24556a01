namespace Orleans.Personalize.Training.Models;

/// <summary>How far a training run is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Step">The same in words for people, such as "factorizing 11,100 x 11,100".</param>
/// <param name="Fraction">How much of the whole run is done, 0 to 1, estimated from the work counted in operations.</param>
/// <param name="Elapsed">Time since the run began.</param>
public readonly record struct TrainingProgress(TrainingPhase Phase, string Step, double Fraction, TimeSpan Elapsed);
