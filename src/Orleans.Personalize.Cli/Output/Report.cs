namespace Orleans.Personalize.Cli.Output;

/// <summary>Hands progress on at once and in order, on the thread that reports it.</summary>
internal sealed class Report<T>(Action<T> handle) : IProgress<T>
{
    void IProgress<T>.Report(T value) => handle(value);
}
