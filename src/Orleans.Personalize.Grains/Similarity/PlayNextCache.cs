using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// Keeps what title grains said is played next after them, for a second: however many profiles just watched a title, each silo asks its
/// grain once a second.
/// </summary>
/// <param name="load">Asks a title's grain.</param>
/// <param name="patience">How long an answer to a profile waits for it.</param>
/// <param name="time">Says how old an answer is.</param>
internal sealed class PlayNextCache(Func<TitleId, int, Task<PlayNextCounts>> load, TimeSpan patience, TimeProvider time)
{
    private const int MaxEntries = 20_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, (DateTimeOffset Asked, Task<PlayNextCounts> Counts)> _entries = new();

    /// <summary>What is played next after each of some titles; a title whose grain does not answer soon is left out.</summary>
    /// <returns>The counts, and how many grains had to be asked for them.</returns>
    public async ValueTask<(ImmutableArray<PlayNextCounts> Counts, int Calls)> GetAsync(Engine.Titles.Catalog catalog, ImmutableArray<int> titles)
    {
        if (titles.IsEmpty)
            return ([], 0);
        var calls = 0;
        var asked = new Task<PlayNextCounts>[titles.Length];
        for (var i = 0; i < titles.Length; i++)
            asked[i] = catalog[titles[i]] is { } title ? Ask(title.Id, titles[i], ref calls) : Task.FromResult(new PlayNextCounts(titles[i], []));
        var all = Task.WhenAll(asked);
        if (!all.IsCompleted)
        {
            await ((Task)all).WaitAsync(patience)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        return ([.. asked.Where(answer => answer.IsCompletedSuccessfully).Select(answer => answer.Result)], calls);
    }

    private Task<PlayNextCounts> Ask(TitleId title, int number, ref int calls)
    {
        var now = time.GetUtcNow();
        if (_entries.TryGetValue(number, out var entry) && now - entry.Asked < Lifetime && !entry.Counts.IsFaulted)
            return entry.Counts;
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
        calls++;
        var counts = load(title, number);
        _entries[number] = (now, counts);
        return counts;
    }
}
