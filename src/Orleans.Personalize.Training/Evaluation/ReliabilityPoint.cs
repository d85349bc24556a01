namespace Orleans.Personalize.Training.Evaluation;

/// <summary>One bin of a reliability plot: what was said beside what came true.</summary>
/// <param name="Count">How many outcomes the bin holds.</param>
/// <param name="Probability">Mean of the probabilities said, 0 to 1.</param>
/// <param name="Share">Share that came true, 0 to 1.</param>
/// <param name="Low">Lower end of the share's 95 % interval (E. Wilson, 1927).</param>
/// <param name="High">Upper end of the share's 95 % interval.</param>
public readonly record struct ReliabilityPoint(int Count, double Probability, double Share, double Low, double High);
