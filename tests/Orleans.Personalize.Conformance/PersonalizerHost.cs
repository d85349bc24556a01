using Orleans.Personalize.Audiences;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Conformance;

/// <summary>
/// One host of <see cref="IPersonalizer"/> under test, shared by the facts of one class. It begins without data, holds the
/// <see cref="SampleCatalog"/> when the first fact runs, and keeps its data over <see cref="RestartAsync"/>.
/// Derived classes need a constructor without parameters.
/// </summary>
public abstract class PersonalizerHost : IAsyncLifetime
{
    /// <summary>The clock that the host must use.</summary>
    public ManualTimeProvider Time { get; } = new(SampleCatalog.Now);

    /// <summary>The running service; another object after a restart.</summary>
    public abstract IPersonalizer Personalizer { get; }

    /// <summary>What operators do with the models of the running service.</summary>
    public abstract IModelOperations Models { get; }

    /// <summary>What operators do with the rules of the running service.</summary>
    public abstract IEditorialRules Rules { get; }

    /// <summary>What operators try on the running service.</summary>
    public abstract IExperiments Experiments { get; }

    /// <summary>What operators learn of the audience of the running service.</summary>
    public abstract IAudiences Audiences { get; }

    /// <summary>The folder of model files that the service follows.</summary>
    public abstract string ModelFolder { get; }

    /// <summary>Returns when every part of the service answers from the model in service; the clock stands still.</summary>
    public virtual Task FollowModelAsync() => Task.CompletedTask;

    /// <summary>Stops the service in good order and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>
    /// Returns when everything that the host does after it answered (counts of titles, what is trending) is in the next answer too.
    /// The clock is moved on by two seconds, for hosts that gather at most once a second.
    /// </summary>
    public virtual Task SettleAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        await StartAsync();
        var results = await Personalizer.PutTitlesAsync(SampleCatalog.Titles);
        Assert.All(results, result => Assert.True(result.Accepted, $"{result.Id}: {result.Field} {result.Reason}"));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await StopAsync();
        await DeleteDataAsync();
    }

    /// <summary>Starts the service on the data kept by this object; on the first call there are none.</summary>
    protected abstract Task StartAsync();

    /// <summary>Stops the service in good order; its data stay.</summary>
    protected abstract Task StopAsync();

    /// <summary>Deletes the data of the stopped service.</summary>
    protected abstract Task DeleteDataAsync();
}
