namespace Orleans.Personalize.Training.ItemItem;

/// <summary>One scale on which a history fades.</summary>
/// <param name="Decay">What remains of an interaction's weight after one more interaction, 0 to 1.</param>
/// <param name="Regularization">Ridge term added to the diagonal, in squared weights of a history summed over positions.</param>
public readonly record struct TimeScale(double Decay, double Regularization);
