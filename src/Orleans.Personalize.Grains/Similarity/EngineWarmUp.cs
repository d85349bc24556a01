using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;
using Orleans.Personalize.TextSearch;
using Orleans.Personalize.Titles;
using Orleans.Serialization;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>
/// Makes answers of every kind from a small made-up catalogue before the silo joins the others, so that its first members do not wait until the code that answers is
/// compiled. Keeps nothing.
/// </summary>
internal sealed class EngineWarmUp(IOptions<PersonalizeGrainOptions> options, Serializer serializer, TimeProvider time, ILogger<EngineWarmUp> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private const int Titles = 256;

    // So often that code that is called once for each answer is compiled with care.
    private const int Rounds = 40;
    private static readonly ProfileSettings Somebody = new() { Id = new ProfileId("somebody"), Name = "Somebody" };
    private Task _running = Task.CompletedTask;

    // Beside what the silo waits for while it starts, and over before it joins.
    void ILifecycleParticipant<ISiloLifecycle>.Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(EngineWarmUp), ServiceLifecycleStage.First, stopping =>
        {
            _running = Task.Run(() => TryAsync(stopping), CancellationToken.None);
            return Task.CompletedTask;
        });
        lifecycle.Subscribe(nameof(EngineWarmUp), ServiceLifecycleStage.BecomeActive - 1, _ => _running);
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            await WarmUpAsync(stopping);
        }
        catch (Exception error)
        {
            // A kind of row or part of a score that a service adds may not like made-up titles.
            SiloEngineLog.NotWarm(logger, error);
        }
    }

    private async Task WarmUpAsync(CancellationToken stopping)
    {
        if (options.Value.WarmUp <= TimeSpan.Zero)
            return;
        var started = Stopwatch.GetTimestamp();
        using var texts = new TextIndexer();
        var now = time.GetUtcNow();
        var catalog = new Engine.Titles.Catalog([.. Enumerable.Range(0, Titles).Select(number => MakeTitle(number, now))], version: 1);
        var models = new ModelReplica(options.Value.DefaultTenant, options.Value, logger);
        await models.FetchAsync();
        var engine = new PersonalizationEngine(catalog, models.Refresh(), text: texts.Follow(catalog), extensions: options.Value.Extensions);
        var state = Live(engine, now);
        for (var round = 0; round < Rounds && Stopwatch.GetElapsedTime(started) < options.Value.WarmUp && !stopping.IsCancellationRequested; round++)
            Answer(engine, state, new Moment(now, TrendSnapshot.Empty, []));
    }

    private void Answer(PersonalizationEngine engine, ProfileState kept, Moment moment)
    {
        var (profile, title) = (Somebody.Id, IdOf(Titles / 2));
        var state = engine.Refresh(ProfileState.Decode(kept.Encode()));
        Send(engine.ComposeHome(state, Somebody, moment, new HomeRequest { Profile = profile }));
        Send(engine.Recommend(state, Somebody, moment, new RecommendationRequest { Profile = profile }));
        Send(engine.Similar(state, Somebody, moment, new SimilarRequest { Profile = profile, Title = title }));
        Send(engine.DescribeTitle(state, Somebody, moment, title));
        Send(engine.Search(state, Somebody, moment, new SearchRequest { Profile = profile, Query = "ti" }, []));
    }

    private static ProfileState Live(PersonalizationEngine engine, DateTimeOffset now)
    {
        var state = engine.Refresh(ProfileState.Empty);
        for (var i = 0; i < 12; i++)
        {
            var (id, at, title) = (new EventId($"warm-up-{i}"), now.AddHours(i - 24), IdOf(i * 7));
            state = engine.Apply(state, Somebody, (i % 4) switch
            {
                0 => new PlayCompleted { Id = id, Profile = Somebody.Id, Time = at, Title = title, PositionSeconds = 6000, DurationSeconds = 6000 },
                1 => new PlayProgressed { Id = id, Profile = Somebody.Id, Time = at, Title = title, PositionSeconds = 1000, DurationSeconds = 6000 },
                2 => new ThumbGiven { Id = id, Profile = Somebody.Id, Time = at, Title = title, Thumb = Thumb.Up },
                _ => new MyListAdded { Id = id, Profile = Somebody.Id, Time = at, Title = title },
            }).State;
        }

        return state;
    }

    private void Send<T>(T answer) => serializer.Deserialize<T>(serializer.SerializeToArray(answer));

    private static TitleId IdOf(int number) => new($"warm-up-{number}");

    private static Title MakeTitle(int number, DateTimeOffset now) => new()
    {
        Id = IdOf(number),
        Name = $"Title {number}",
        Year = 1980 + (number % 45),
        Genres = [$"genre {number % 8}", $"genre {number % 5}"],
        Tags = [$"tag {number % 16}", $"tag {number % 11}"],
        Countries = ["US"],
        Languages = ["en"],
        AddedAt = now.AddDays(-number),
    };
}
