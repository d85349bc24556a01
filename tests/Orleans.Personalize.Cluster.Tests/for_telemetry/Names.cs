using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Similarity;

namespace Orleans.Personalize.Cluster.Tests.for_telemetry;

public sealed class Names
{
    [Fact]
    public void The_guide_for_operators_names_every_instrument_and_no_other()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (!instrument.Meter.Name.StartsWith("Orleans.Personalize", StringComparison.Ordinal))
                return;
            lock (names)
                names.Add(instrument.Name);
        };
        listener.Start();
        foreach (var type in TypesWithMeters())
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        using var engines = new SiloEngines(null!, Options.Create(new PersonalizeGrainOptions()), TimeProvider.System, NullLogger<SiloEngines>.Instance);

        var guide = File.ReadAllText(Path.Combine(Repository, "docs", "operations.md"));
        var documented = guide.Split('\n').Where(line => line.StartsWith("| `personalize.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        lock (names)
            Assert.Equal(names, documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> TypesWithMeters() =>
        new[] { "Gateway", "Client", "Grains", "Embedded", "Notifications" }
            .SelectMany(name => Assembly.Load($"Orleans.Personalize.{name}").GetTypes())
            .Where(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Any(field => field.FieldType == typeof(Meter)));

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Orleans.Personalize.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("not in the repository");
            return folder.FullName;
        }
    }
}
