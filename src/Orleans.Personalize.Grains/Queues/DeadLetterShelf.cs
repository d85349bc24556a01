using System.Collections.Immutable;
using Orleans.Personalize.Queues;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>The dead letters of a tenant: the numbers of those in segments, and the others.</summary>
/// <param name="First">The number of the first that was not taken away.</param>
/// <param name="Archived">How many are in segments, those taken away included.</param>
/// <param name="Tail">Those after.</param>
internal sealed record DeadLetterShelf(long First, long Archived, ImmutableArray<DeadLetter> Tail)
{
    /// <summary>One more than the number of the last.</summary>
    public long End => Archived + Tail.Length;

    /// <summary>These and others behind them; an event that is among the last already comes again from a delivery that was cut off and is left out.</summary>
    public DeadLetterShelf Add(ImmutableArray<DeadLetter> letters)
    {
        var known = Tail.Where(letter => letter.Number >= First).Select(KeyOf).OfType<(ProfileId, EventId)>().ToHashSet();
        var tail = Tail.ToBuilder();
        foreach (var letter in letters)
        {
            if (KeyOf(letter) is not { } key || known.Add(key))
                tail.Add(letter with { Number = Archived + tail.Count });
        }

        return tail.Count == Tail.Length ? this : this with { Tail = tail.ToImmutable() };
    }

    /// <summary>Those behind a number.</summary>
    public DeadLetterShelf RemoveThrough(long number) => number < First ? this : this with { First = Math.Min(number + 1, End) };

    private static (ProfileId, EventId)? KeyOf(DeadLetter letter) => letter.Event is { } about ? (about.Profile, about.Id) : null;
}
