using System.Collections.Concurrent;

namespace Orleans.Personalize.Silo.Storage;

/// <summary>
/// A thread that waits for the disk, so that the silo's own threads never do. What one thread is given it does one after the other.
/// </summary>
internal sealed class StorageThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public StorageThread(string name)
    {
        _thread = new Thread(RunAll) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Runs work on the thread.</summary>
    /// <exception cref="ObjectDisposedException">The silo has stopped.</exception>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                completion.SetResult(work());
            }
            catch (Exception error)
            {
                completion.SetException(error);
            }
        });
        return completion.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void RunAll()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }
}
