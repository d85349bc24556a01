using Orleans.Personalize.Audiences;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Conformance.Extensions;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Embedded.Tests;

/// <summary>The embedded host for the shared facts, in a folder of its own.</summary>
public sealed class EmbeddedHost : PersonalizerHost
{
    private readonly TemporaryFolder _folder = new();
    private EmbeddedPersonalizer? _personalizer;

    public override IPersonalizer Personalizer => _personalizer ?? throw new InvalidOperationException("not started");

    public override IModelOperations Models => ((EmbeddedPersonalizer)Personalizer).Models;

    public override IEditorialRules Rules => ((EmbeddedPersonalizer)Personalizer).Rules;

    public override IExperiments Experiments => ((EmbeddedPersonalizer)Personalizer).Experiments;

    public override IAudiences Audiences => ((EmbeddedPersonalizer)Personalizer).Audiences;

    public override string ModelFolder => Path.Combine(_folder.Path, "models");

    protected override Task StartAsync()
    {
        var options = new EmbeddedOptions { DataFolder = _folder.Path };
        SampleExtensions.AddTo(options.Extensions);
        _personalizer = EmbeddedPersonalizer.Open(options, Time);
        return Task.CompletedTask;
    }

    protected override async Task StopAsync()
    {
        if (_personalizer is not null)
            await _personalizer.DisposeAsync();
    }

    protected override Task DeleteDataAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
