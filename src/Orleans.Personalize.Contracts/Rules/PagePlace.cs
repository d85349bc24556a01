namespace Orleans.Personalize.Rules;

/// <summary>A place on a page.</summary>
/// <param name="Row">The row, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
[GenerateSerializer, Immutable, Alias("op.PagePlace")]
public sealed record PagePlace([property: Id(0)] int Row, [property: Id(1)] int Column);
