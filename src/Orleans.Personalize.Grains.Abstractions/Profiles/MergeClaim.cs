namespace Orleans.Personalize.Grains.Profiles;

/// <summary>Which profile takes over another, and by which merge.</summary>
/// <param name="Target">The profile that stays.</param>
/// <param name="Operation">The merge.</param>
[GenerateSerializer, Immutable, Alias("op.MergeClaim")]
public sealed record MergeClaim([property: Id(0)] ProfileId Target, [property: Id(1)] OperationId Operation);
