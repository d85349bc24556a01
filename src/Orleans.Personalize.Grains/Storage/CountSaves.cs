namespace Orleans.Personalize.Grains.Storage;

/// <summary>
/// Lets a few grains of this process save their counts at a time. Hundreds of titles have something to save at the same moment, when a silo stops all of its own; together they
/// would keep the storage from the events of members, which nobody acknowledges before they are written.
/// </summary>
internal static class CountSaves
{
    private const int AtOnce = 8;
    private static readonly SemaphoreSlim Turns = new(AtOnce);

    /// <summary>Saves when it is this one's turn.</summary>
    public static async Task InTurnAsync(Func<Task> save, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            await save();
        }
        finally
        {
            Turns.Release();
        }
    }
}
