namespace Orleans.Personalize.Engine;

/// <summary>What is wrong with an event, a title or a profile's settings.</summary>
/// <param name="Field">The property that is wrong, as named in JSON.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record Problem(string Field, string Reason);
