using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Search;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// What a silo knows of the titles opened after searches: it adds up what happens here, hands it over to the grains that own the counts, and asks
/// each of them at most once in a while. Safe for concurrent use.
/// </summary>
/// <param name="tenant">Whose searches.</param>
/// <param name="grains">Reaches their grains.</param>
/// <param name="patience">How long a search waits for a grain whose silo may be gone.</param>
/// <param name="time">Says how old an answer is.</param>
internal sealed class SearchReplica(string tenant, IGrainFactory grains, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private readonly (DateTimeOffset Asked, Task<SearchOpenings> Openings)?[] _parts = new (DateTimeOffset, Task<SearchOpenings>)?[SearchOpenings.Parts];
    private readonly Lock _lock = new();
    private readonly OutcomeGatherer _gathered = new();

    /// <summary>Adds up openings for the next hand-over.</summary>
    public void Add(ImmutableArray<TitleOutcome> outcomes) =>
        _gathered.Add([.. outcomes.Where(outcome => outcome.Kind == TitleOutcomeKind.OpenedAfterSearch)]);

    /// <summary>What was opened after the same search; nothing where the grain that knows does not answer soon.</summary>
    public async ValueTask<ImmutableArray<(int Title, float Count)>> AfterAsync(string query)
    {
        var number = SearchOpenings.NumberOf(query);
        var asked = Ask(SearchOpenings.PartOf(number));
        if (!asked.IsCompleted)
            await ((Task)asked).WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return asked.IsCompletedSuccessfully ? asked.Result.After(number, time.GetUtcNow()) : [];
    }

    /// <summary>Sends what was added up; what cannot be sent stays for the next time.</summary>
    public async Task HandOverAsync()
    {
        var parts = _gathered.Take().GroupBy(outcome => SearchOpenings.PartOf(outcome.Next)).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            try
            {
                await GrainOf(parts[i].Key).CountAsync([.. parts[i]]);
            }
            catch
            {
                _gathered.Add([.. parts[i..].SelectMany(part => part)]);
                throw;
            }
        }
    }

    private Task<SearchOpenings> Ask(int part)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_parts[part] is { } entry && now - entry.Asked < Lifetime && !entry.Openings.IsFaulted)
                return entry.Openings;
            var openings = LoadAsync(part);
            _parts[part] = (now, openings);
            return openings;
        }
    }

    private async Task<SearchOpenings> LoadAsync(int part) =>
        await GrainOf(part).GetAsync() is { Length: > 0 } encoded ? SearchOpenings.Decode(encoded) : SearchOpenings.Empty;

    private ISearchOpeningsGrain GrainOf(int part) =>
        grains.GetGrain<ISearchOpeningsGrain>(new GrainKey(tenant, part.ToString(CultureInfo.InvariantCulture)).ToString());
}
