using System.Collections.Immutable;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>Sends titles, then profiles, then events to a target, and counts what became of them.</summary>
internal sealed class Filling(ITarget target, ProgressSteps steps)
{
    private const int TitlesAtOnce = 2_000;
    private const int EventsAtOnce = 2_000;
    private const int ProfilesAtOnce = 64;
    private const int ReasonsKept = 20;

    private readonly List<string> _reasons = [];
    private long _titles, _titlesRefused, _profiles, _events, _duplicates, _eventsRejected;

    public async Task<FillReport> RunAsync(
        ImmutableArray<Title> titles, ImmutableArray<ProfileSettings> profiles, IEnumerable<ProfileEvent> events, long eventCount, CancellationToken cancellationToken)
    {
        await SendTitlesAsync(titles, cancellationToken);
        await SendProfilesAsync(profiles, cancellationToken);
        await SendEventsAsync(events, eventCount, cancellationToken);
        return new FillReport(_titles, _titlesRefused, _profiles, _events, _duplicates, _eventsRejected, _reasons);
    }

    private async Task SendTitlesAsync(ImmutableArray<Title> titles, CancellationToken cancellationToken)
    {
        foreach (var chunk in titles.Chunk(TitlesAtOnce))
        {
            foreach (var result in await target.PutTitlesAsync([.. chunk], cancellationToken))
            {
                if (result.Accepted)
                    _titles++;
                else
                    Refused(ref _titlesRefused, $"title {result.Id}: {result.Field}: {result.Reason}");
            }

            steps.Report("Titles", (double)(_titles + _titlesRefused) / titles.Length);
        }
    }

    private async Task SendProfilesAsync(ImmutableArray<ProfileSettings> profiles, CancellationToken cancellationToken)
    {
        foreach (var chunk in profiles.Chunk(ProfilesAtOnce))
        {
            await Task.WhenAll(chunk.Select(settings => target.PutProfileAsync(settings, cancellationToken)));
            _profiles += chunk.Length;
            steps.Report("Profiles", (double)_profiles / profiles.Length);
        }
    }

    private async Task SendEventsAsync(IEnumerable<ProfileEvent> events, long eventCount, CancellationToken cancellationToken)
    {
        foreach (var chunk in events.Chunk(EventsAtOnce))
        {
            foreach (var receipt in await target.RecordAsync([.. chunk], cancellationToken))
                Count(receipt);
            steps.Report("Events", (double)(_events + _duplicates + _eventsRejected) / Math.Max(1, eventCount));
        }

        steps.Complete();
    }

    private void Count(EventReceipt receipt)
    {
        switch (receipt.Outcome)
        {
            case EventOutcome.Accepted:
                _events++;
                break;
            case EventOutcome.Duplicate:
                _duplicates++;
                break;
            default:
                Refused(ref _eventsRejected, $"event {receipt.Id}: {receipt.Field}: {receipt.Reason}");
                break;
        }
    }

    private void Refused(ref long counter, string reason)
    {
        counter++;
        if (_reasons.Count < ReasonsKept)
            _reasons.Add(reason);
    }
}
