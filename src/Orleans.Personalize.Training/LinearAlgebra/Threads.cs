namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>Runs independent pieces of work; the pieces never depend on how many threads there are.</summary>
internal static class Threads
{
    /// <summary>Resolves an option: 0 means one thread a processor.</summary>
    public static int Resolve(int threads) => threads > 0 ? threads : Environment.ProcessorCount;

    public static void For(int count, int threads, Action<int> body)
    {
        if (threads == 1 || count == 1)
        {
            for (var i = 0; i < count; i++)
                body(i);
            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
    }
}
