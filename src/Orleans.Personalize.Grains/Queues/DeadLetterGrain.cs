using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Json;
using Orleans.Personalize.Queues;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>
/// Keeps dead letters in segments of <see cref="SegmentLetters"/> beside its state, which says how many of them count and is written after them; so a crash in between leaves
/// a segment that does not count yet and is written again. Before a segment is written so is the state, which fails where the grain is active elsewhere too and has gone on there.
/// </summary>
internal sealed class DeadLetterGrain(
    [PersistentState("letters", PersonalizeStorage.Measured)] IPersistentState<StoredDeadLetters> storage,
    [FromKeyedServices(PersonalizeStorage.Measured)] IGrainStorage segments) : Grain, IDeadLetterGrain
{
    /// <summary>Letters a segment. Never changes: what is stored depends on it.</summary>
    private const int SegmentLetters = 64;

    private GroupWriter<DeadLetterShelf> _writer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _writer = new(Decode(storage.State), WriteAsync, RereadAsync);
        return Task.CompletedTask;
    }

    Task IDeadLetterGrain.AddAsync(ImmutableArray<DeadLetter> letters) => _writer.ChangeAsync(shelf => (shelf.Add(letters), true));

    async Task<DeadLetterList> IDeadLetterGrain.ListAsync(int count)
    {
        var shelf = _writer.Acknowledged;
        return new DeadLetterList { Letters = await ReadAsync(shelf, count), Count = shelf.End - shelf.First };
    }

    Task<long> IDeadLetterGrain.RemoveAsync(long through) => ReplaceAsync(through, []);

    Task IDeadLetterGrain.ReplaceAsync(long through, ImmutableArray<DeadLetter> letters) => ReplaceAsync(through, letters);

    async Task IDeadLetterGrain.ForgetAsync(ProfileId profile)
    {
        while (true)
        {
            var shelf = _writer.Acknowledged;
            var letters = await ReadAsync(shelf, int.MaxValue);
            var others = letters.RemoveAll(letter => letter.Event?.Profile == profile);
            // Where others were taken away meanwhile, those read here may be among them.
            if (others.Length == letters.Length || await ReplaceAsync(letters[^1].Number, others, shelf.First) is not null)
                return;
        }
    }

    private async Task<ImmutableArray<DeadLetter>> ReadAsync(DeadLetterShelf shelf, int count)
    {
        var letters = ImmutableArray.CreateBuilder<DeadLetter>();
        for (var segment = shelf.First / SegmentLetters; segment * SegmentLetters < shelf.Archived && letters.Count < count; segment++)
            letters.AddRange((await ReadAsync(segment)).State.Letters.Select(Read).Where(letter => letter.Number >= shelf.First).Take(count - letters.Count));
        letters.AddRange(shelf.Tail.Where(letter => letter.Number >= shelf.First).Take(count - letters.Count));
        return letters.DrainToImmutable();
    }

    private async Task<long> ReplaceAsync(long through, ImmutableArray<DeadLetter> letters) => await ReplaceAsync(through, letters, first: null) ?? 0;

    /// <summary>Takes away letters and keeps others.</summary>
    /// <param name="through">The last to take away.</param>
    /// <param name="letters">Those to keep behind the rest.</param>
    /// <param name="first">What the first must still be; null where that does not matter.</param>
    /// <returns>How many were taken away; null where the first was another, and nothing was changed.</returns>
    private async Task<long?> ReplaceAsync(long through, ImmutableArray<DeadLetter> letters, long? first)
    {
        var (from, to) = await _writer.ChangeAsync(shelf =>
        {
            if (first is { } expected && shelf.First != expected)
                return (shelf, (-1, -1));
            var rest = shelf.RemoveThrough(through);
            return (rest.Add(letters), (shelf.First, rest.First));
        });
        if (from < 0)
            return null;
        for (var segment = from / SegmentLetters; (segment + 1) * SegmentLetters <= to; segment++)
        {
            var stored = await ReadAsync(segment);
            if (stored.RecordExists)
                await segments.ClearStateAsync(NameOf(segment), this.GetGrainId(), stored);
        }

        return to - from;
    }

    private async Task<DeadLetterShelf> WriteAsync(DeadLetterShelf shelf)
    {
        while (shelf.Tail.Length >= SegmentLetters)
        {
            var segment = shelf.Archived / SegmentLetters;
            var stored = await ReadAsync(segment);
            await WriteStateAsync(shelf);
            stored.State = new StoredDeadLetters { Letters = [.. shelf.Tail.Take(SegmentLetters).Select(Written)] };
            await segments.WriteStateAsync(NameOf(segment), this.GetGrainId(), stored);
            shelf = shelf with { Archived = shelf.Archived + SegmentLetters, Tail = shelf.Tail[SegmentLetters..] };
        }

        await WriteStateAsync(shelf);
        return shelf;
    }

    private async Task WriteStateAsync(DeadLetterShelf shelf)
    {
        storage.State = new StoredDeadLetters { First = shelf.First, Archived = shelf.Archived, Letters = [.. shelf.Tail.Select(Written)] };
        await storage.WriteStateAsync();
        storage.State = new StoredDeadLetters();
    }

    private async Task<DeadLetterShelf> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Decode(storage.State);
    }

    private async Task<GrainState<StoredDeadLetters>> ReadAsync(long segment)
    {
        var stored = new GrainState<StoredDeadLetters>(new StoredDeadLetters());
        await segments.ReadStateAsync(NameOf(segment), this.GetGrainId(), stored);
        stored.State ??= new StoredDeadLetters();
        return stored;
    }

    private static DeadLetterShelf Decode(StoredDeadLetters stored) => new(stored.First, stored.Archived, [.. stored.Letters.Select(Read)]);

    private static DeadLetter Read(string json) => JsonSerializer.Deserialize<DeadLetter>(json, PersonalizeJson.Options)!;

    private static string Written(DeadLetter letter) => JsonSerializer.Serialize(letter, PersonalizeJson.Options);

    private static string NameOf(long segment) => string.Create(CultureInfo.InvariantCulture, $"letters-{segment}");
}
