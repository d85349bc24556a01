using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Embedded.Storage;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>
/// The one writer. It takes all requests that wait, of whatever profiles, writes them in one transaction with one sync of the disk, shows the
/// result to readers, and only then answers. While it waits for the disk the next group gathers, so the more callers, the larger the groups.
/// Runs on a thread of its own, because the database blocks its thread.
/// </summary>
internal sealed class WriteLoop : IAsyncDisposable
{
    /// <summary>A group is full at so many rows; keeps the wait of its first caller within some tens of milliseconds.</summary>
    private const int FullGroup = 2000;

    private readonly Channel<WriteRequest> _waiting;
    private readonly Func<WriterConnection> _connect;
    private readonly Func<WriterConnection, WriteGroup> _newGroup;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriterConnection? _connection;
    private bool _logToBeEmptied;

    public WriteLoop(int capacity, WriterConnection connection, Func<WriterConnection> connect, Func<WriterConnection, WriteGroup> newGroup, ILogger logger)
    {
        _waiting = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _connection = connection;
        _connect = connect;
        _newGroup = newGroup;
        _logger = logger;
        new Thread(Run) { IsBackground = true, Name = "personalize-writer" }.Start();
    }

    public int Waiting => _waiting.Reader.Count;

    /// <summary>Queues a request and waits for its answer. Cancellation is heard until the request is in the queue.</summary>
    /// <exception cref="UnavailableException">The database cannot be written; nothing was done.</exception>
    public async Task<TAnswer> WriteAsync<TAnswer>(AnsweredWrite<TAnswer> request, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("the personalizer was closed", e);
        }

        return await request.Answer;
    }

    /// <summary>Writes what is queued, empties the write-ahead log, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task;
    }

    private static bool IsOfTheDatabase(Exception failure) => failure is SqliteException or DataFolderException;

    private void Run()
    {
        var group = new List<WriteRequest>();
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var weight = 0;
            while (weight < FullGroup && _waiting.Reader.TryRead(out var request))
            {
                group.Add(request);
                weight += request.Weight;
            }

            Write(group);
            group.Clear();
        }

        EmptyLog();
        _connection?.Dispose();
        _ended.SetResult();
    }

    private void Write(List<WriteRequest> requests)
    {
        var started = Stopwatch.GetTimestamp();
        var problem = TryWrite(requests);
        WriterMetrics.Wrote(requests.Count, started, written: problem is null);
        if (problem is not { } failure)
        {
            Answer(requests);
        }
        else if (!IsOfTheDatabase(failure) && requests.Count > 1)
        {
            // One request is at fault, the others are not: each gets a transaction of its own.
            foreach (var request in requests)
                Write([request]);
        }
        else
        {
            Log.WriteFailed(_logger, requests.Count, failure);
            var reason = IsOfTheDatabase(failure) ? new UnavailableException($"the database cannot be written: {failure.Message}", failure) : failure;
            foreach (var request in requests)
                request.Fail(reason);
        }
    }

    /// <returns>Why nothing was written; null where all was.</returns>
    private Exception? TryWrite(List<WriteRequest> requests)
    {
        WriteGroup? group = null;
        try
        {
            _connection ??= _connect();
            group = _newGroup(_connection);
            _connection.Begin();
            foreach (var request in requests)
                request.Execute(group);
            group.Commit();
            group.Publish();
            return null;
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the callers; the writer goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The transaction is gone with its connection, whatever state it was in.
            _connection?.Dispose();
            _connection = null;
            group?.Forget();
            return e;
        }
    }

    private void Answer(List<WriteRequest> requests)
    {
        _logToBeEmptied |= requests.Exists(request => request.EmptiesLog);
        foreach (var request in requests)
        {
            if (!request.EmptiesLog)
                request.Complete();
        }

        if (!_logToBeEmptied)
            return;

        EmptyLog();
        foreach (var request in requests)
        {
            if (request.EmptiesLog)
                request.Complete();
        }
    }

    private void EmptyLog()
    {
        try
        {
            _logToBeEmptied = _connection?.EmptyLog() != true;
        }
        catch (SqliteException e)
        {
            _logToBeEmptied = true;
            Log.LogNotEmptied(_logger, e);
        }
    }
}
