using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// Keeps what title grains said is played next after them, for a second: however many profiles just watched a title, each silo asks its
/// grain once a second. While a grain does not answer, because its silo may be gone, what it said last is taken, and only the first of those who ask waits.
/// </summary>
/// <param name="load">Asks a title's grain.</param>
/// <param name="patience">How long an answer to a profile waits for it.</param>
/// <param name="time">Says how old an answer is.</param>
internal sealed class PlayNextCache(Func<TitleId, int, Task<PlayNextCounts>> load, TimeSpan patience, TimeProvider time)
{
    private const int MaxEntries = 20_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>What is played next after each of some titles; a title whose grain never answered is left out.</summary>
    /// <returns>The counts, and how many grains had to be asked for them.</returns>
    public async ValueTask<(ImmutableArray<PlayNextCounts> Counts, int Calls)> GetAsync(Engine.Titles.Catalog catalog, ImmutableArray<int> titles)
    {
        if (titles.IsEmpty)
            return ([], 0);
        var calls = 0;
        var entries = new Entry[titles.Length];
        for (var i = 0; i < titles.Length; i++)
            entries[i] = catalog[titles[i]] is { } title ? Ask(title.Id, titles[i], ref calls) : Entry.Of(new PlayNextCounts(titles[i], []));
        if (entries.Any(entry => entry.IsWorthWaiting))
        {
            await ((Task)Task.WhenAll(entries.Where(entry => entry.IsWorthWaiting).Select(entry => entry.Asked))).WaitAsync(patience)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            foreach (var entry in entries)
                entry.WasWaitedFor();
        }

        return ([.. entries.Select(entry => entry.Latest).OfType<PlayNextCounts>()], calls);
    }

    private Entry Ask(TitleId title, int number, ref int calls)
    {
        var now = time.GetUtcNow();
        if (_entries.TryGetValue(number, out var known) && now - known.AskedAt < Lifetime && !known.Asked.IsFaulted)
            return known;
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
        calls++;
        return _entries[number] = new Entry(load(title, number), now, known);
    }

    /// <summary>A question to a title's grain, and what it said before.</summary>
    private sealed class Entry(Task<PlayNextCounts> asked, DateTimeOffset askedAt, Entry? before)
    {
        private readonly PlayNextCounts? _before = before?.Latest;
        private volatile bool _tooSlow = before is { Asked.IsCompletedSuccessfully: false };

        public Task<PlayNextCounts> Asked => asked;

        public DateTimeOffset AskedAt => askedAt;

        /// <summary>Whether an answer may be on its way: nobody waited in vain for this question, nor for the one before.</summary>
        public bool IsWorthWaiting => !asked.IsCompleted && !_tooSlow;

        /// <summary>The newest answer; null where there was none yet.</summary>
        public PlayNextCounts? Latest => asked.IsCompletedSuccessfully ? asked.Result : _before;

        public static Entry Of(PlayNextCounts counts) => new(Task.FromResult(counts), default, before: null);

        /// <summary>Somebody had no more patience.</summary>
        public void WasWaitedFor() => _tooSlow |= !asked.IsCompleted;
    }
}
