using Orleans.Personalize.Conformance;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_IPersonalizer;

/// <summary>A silo that ends may take a question with it that nobody answers any more.</summary>
public sealed class Answers_that_get_lost
{
    private static readonly ProfileId Ann = new("ann");

    [Fact]
    public async Task A_question_that_a_silo_took_with_it_is_asked_once_more_before_the_time_is_over()
    {
        using var folder = new TemporaryFolder();
        var losses = new Losses();
        await using var cluster = new ClusterUnderTest(folder.Path, new ManualTimeProvider(SampleCatalog.Now), silos: 1) { Calls = losses };
        await cluster.StartAsync();

        // So long that no slow machine takes the second answer for lost too.
        var personalizer = cluster.NewClient(configure: options => options.AnswerDeadline = TimeSpan.FromSeconds(20));
        await personalizer.PutTitlesAsync(SampleCatalog.Titles);
        await personalizer.PutProfileAsync(new ProfileSettings { Id = Ann, Name = "Ann" });
        losses.Next = "GetSimilar";

        var similar = await personalizer.GetSimilarAsync(new SimilarRequest { Profile = Ann, Title = SampleCatalog.Film("drama", 1) });

        Assert.Null(losses.Next);
        Assert.Null(similar.Substitute);
        Assert.NotEmpty(similar.Cards);
        losses.Dispose();
    }

    /// <summary>Takes one call and does not answer it.</summary>
    private sealed class Losses : IIncomingGrainCallFilter, IDisposable
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The method whose next call is lost; null for none.</summary>
        public string? Next { get; set; }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (Next is { } method && context.MethodName.StartsWith(method, StringComparison.Ordinal))
            {
                Next = null;
                await _end.Task;
            }

            await context.Invoke();
        }

        public void Dispose() => _end.TrySetResult();
    }
}
