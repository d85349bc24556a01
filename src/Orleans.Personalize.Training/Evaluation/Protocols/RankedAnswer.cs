namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>What the scorer answered to an example.</summary>
/// <param name="Ranks">Rank of each held-out title, ties at their average; infinite for one that was no candidate.</param>
/// <param name="Top">The first titles with their scores, best first; equal scores in the order of the dataset.</param>
/// <param name="MatchScores">Match score of each held-out title.</param>
/// <param name="Microseconds">How long it took to fold the history in and to score all titles, without the ranking.</param>
internal sealed record RankedAnswer(double[] Ranks, (int Title, float Score)[] Top, float[] MatchScores, double Microseconds);
