namespace Orleans.Personalize.Queues;

/// <summary>What became of dead letters that were recorded once more.</summary>
/// <param name="Recorded">Events that are recorded now, or had been before; they are dead letters no more.</param>
/// <param name="Kept">Those that were given up again, as new dead letters behind the others.</param>
[GenerateSerializer, Immutable, Alias("op.DeadLetterReplay")]
public sealed record DeadLetterReplay([property: Id(0)] int Recorded, [property: Id(1)] int Kept);
