namespace Orleans.Personalize.Training.Evaluation;

/// <summary>One ranked title of one answer: a line of the predictions file.</summary>
/// <param name="Profile">Who asked.</param>
/// <param name="Rank">Place of the title, 1 is best.</param>
/// <param name="Title">The title.</param>
/// <param name="Score">Its blended score; larger is better.</param>
public readonly record struct Prediction(ProfileId Profile, int Rank, TitleId Title, double Score);
