namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>A part of the answers that figures are also computed for.</summary>
/// <param name="Group">What the parts differ in, such as "gap".</param>
/// <param name="Order">Place among the parts of the group.</param>
/// <param name="Name">What the part is, such as "gap > 1 h".</param>
internal readonly record struct Slice(string Group, int Order, string Name);
