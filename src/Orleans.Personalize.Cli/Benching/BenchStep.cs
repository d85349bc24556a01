namespace Orleans.Personalize.Cli.Benching;

/// <summary>One thing to measure.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Run">Does it once; told the number of the run.</param>
/// <param name="Prepare">What goes before each run and is not measured; told the same.</param>
internal sealed record BenchStep(string Name, Action<int> Run, Action<int>? Prepare = null)
{
    /// <summary>What the step is called that answers after something happened, as most answers of a service are.</summary>
    public const string AfterEvent = "afterEvent";
}
