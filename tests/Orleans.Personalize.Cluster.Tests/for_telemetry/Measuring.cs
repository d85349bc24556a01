using System.Diagnostics;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_telemetry;

public sealed class Measuring : ClusterFacts
{
    // Of its own, because meters are those of the process: other facts measure too.
    private const string Tenant = "measured";
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);
    private readonly Measurements _measured = new();

    [Fact]
    public async Task Events_are_counted_by_what_became_of_them()
    {
        var personalizer = await JoinAsync();
        var first = Events.Opened(Film);
        await personalizer.RecordAsync([first, Events.Listed(Film), Events.Rated(Film, 99)]);
        await personalizer.RecordAsync([first]);
        Probe.FailsBefore = (_, key) => key == $"{Tenant}/ann";
        await Assert.ThrowsAsync<UnavailableException>(() => personalizer.RecordAsync([Events.Opened(Film), Events.Paused(Film, 60)]));

        Assert.Equal((2, 1, 1, 2), (Sum("accepted"), Sum("duplicate"), Sum("rejected"), Sum("unavailable")));
        Assert.NotEmpty(_measured.Of("personalize.silo.storage.duration", ("operation", "write"), ("state", "profile"), ("outcome", "failed")));
        Assert.NotEmpty(_measured.Of("personalize.silo.storage.duration", ("operation", "write"), ("state", "profile"), ("outcome", "done")));
        Assert.NotEmpty(_measured.Of("personalize.client.call.duration", ("call", "change"), ("outcome", "answered")));

        double Sum(string outcome) => _measured.Of("personalize.silo.events", ("tenant", Tenant), ("outcome", outcome)).Sum();
    }

    [Fact]
    public async Task An_answer_tells_how_many_grains_were_asked_for_it()
    {
        var personalizer = await JoinAsync();
        await personalizer.GetHomeAsync(new HomeRequest { Profile = Ann });
        await personalizer.RecordAsync([Events.Completed(Film)]);
        await personalizer.GetHomeAsync(new HomeRequest { Profile = Ann });
        await personalizer.GetHomeAsync(new HomeRequest { Profile = Ann });

        // Nothing was watched; one title was; its grain was asked within the last second.
        Assert.Equal([0, 1, 0], _measured.Of("personalize.silo.answer.calls", ("tenant", Tenant)));
    }

    [Fact]
    public async Task A_silo_tells_how_long_it_has_not_followed()
    {
        await JoinAsync();
        await Cluster.SettleAsync();
        Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(300, AgeOfReplica());
        await Cluster.SettleAsync();
        Assert.Equal(0, AgeOfReplica());
        Assert.True(_measured.Of("personalize.silo.catalog.version", ("tenant", Tenant))[^1] > 0);
    }

    [Fact]
    public async Task A_trace_goes_from_the_caller_through_the_client_to_the_grain_and_its_write()
    {
        var personalizer = await JoinAsync();
        using var trace = new Trace();
        using (trace.Begin())
        {
            await personalizer.RecordAsync([Events.Opened(Film)]);
            await personalizer.GetHomeAsync(new HomeRequest { Profile = Ann });
        }

        var spans = trace.Spans;
        var asked = Assert.Single(spans, span => span.OperationName == "personalize.ask");
        Assert.Equal("answered", asked.GetTagItem("outcome"));
        var answered = Assert.Single(spans, span => span.OperationName == "personalize.answer");
        Assert.NotNull(answered.GetTagItem("model"));
        Assert.NotEqual(asked.SpanId, answered.ParentSpanId);
        var write = Assert.Single(trace.Linked, span => span.OperationName == "personalize.write");
        Assert.Equal(1, write.GetTagItem("changes"));
    }

    public override async Task DisposeAsync()
    {
        _measured.Dispose();
        await base.DisposeAsync();
    }

    private async Task<IPersonalizer> JoinAsync()
    {
        var personalizer = Cluster.NewClient(Tenant);
        await personalizer.PutTitlesAsync(SampleCatalog.Titles);
        await personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Ann" });
        return personalizer;
    }

    private double AgeOfReplica()
    {
        _measured.Observe();
        return _measured.Of("personalize.silo.replica.age", ("tenant", Tenant))[^1];
    }

    /// <summary>The spans of one trace, and those that link to it.</summary>
    private sealed class Trace : IDisposable
    {
        private readonly ActivitySource _source = new("facts");
        private readonly List<Activity> _spans = [];
        private readonly ActivityListener _listener;
        private ActivityTraceId _id;

        public Trace()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source == _source || source.Name.StartsWith("Orleans.Personalize", StringComparison.Ordinal)
                    || source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = span =>
                {
                    lock (_spans)
                        _spans.Add(span);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyList<Activity> Spans => Where(span => span.TraceId == _id);

        public IReadOnlyList<Activity> Linked => Where(span => span.Links.Any(link => link.Context.TraceId == _id));

        public Activity? Begin()
        {
            var root = _source.StartActivity("root");
            _id = root!.TraceId;
            return root;
        }

        public void Dispose()
        {
            _listener.Dispose();
            _source.Dispose();
        }

        private IReadOnlyList<Activity> Where(Func<Activity, bool> condition)
        {
            lock (_spans)
                return [.. _spans.Where(condition)];
        }
    }
}
