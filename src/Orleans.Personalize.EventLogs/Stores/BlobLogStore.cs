using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// A store in a container of Azure Blob Storage or of its emulator, over its REST interface: segments are append blobs, and every append says where it expects to
/// be, so that one that was sealed, or came twice, fails. It needs no package, so that programs without a cluster read it too.
/// </summary>
public sealed class BlobLogStore : ILogStore, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A model takes longer than an event, over a slow line too.
    private const double LeastBytesASecond = 500_000;
    private static readonly TimeSpan ReadingPatience = TimeSpan.FromMinutes(2);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly BlobAccount _account;
    private readonly TimeProvider _time = TimeProvider.System;

    private BlobLogStore(BlobAccount account) => _account = account;

    /// <summary>A container of the account that a connection string names; it is made with the first object.</summary>
    /// <param name="connection">The connection string; <c>UseDevelopmentStorage=true</c> for the emulator.</param>
    /// <param name="container">The container: 3 to 63 lower-case letters, digits and '-'.</param>
    /// <exception cref="ArgumentException">It is no connection string of Azure storage.</exception>
    public static BlobLogStore OfConnection(string connection, string container) => new(BlobAccount.OfConnection(connection, container));

    /// <summary>The container at an address with a shared access signature; it must be there.</summary>
    public static BlobLogStore OfAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(BlobAccount.OfAddress(address));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<LogObject>> ListAsync(string prefix, CancellationToken cancellationToken = default)
    {
        var objects = ImmutableArray.CreateBuilder<LogObject>();
        for (var marker = string.Empty; ;)
        {
            var query = $"comp=list&restype=container&prefix={Uri.EscapeDataString(prefix)}&marker={Uri.EscapeDataString(marker)}";
            using var response = await SendAsync(() => new(HttpMethod.Get, _account.AddressOf(string.Empty, query)), cancellationToken, HttpStatusCode.NotFound);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return [];
            var list = await ReadXmlAsync(response, cancellationToken);
            foreach (var blob in list.Descendants("Blob"))
            {
                var properties = blob.Element("Properties")!;
                objects.Add(new LogObject(
                    blob.Element("Name")!.Value,
                    long.Parse(properties.Element("Content-Length")!.Value, CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(properties.Element("Last-Modified")!.Value, CultureInfo.InvariantCulture)));
            }

            marker = list.Root?.Element("NextMarker")?.Value ?? string.Empty;
            if (marker.Length == 0)
                return [.. objects.OrderBy(found => found.Name, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public async Task<ILogAppender> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        await WithContainerAsync(() => SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Put, _account.AddressOf(name, string.Empty)) { Content = new ByteArrayContent([]) };
                request.Headers.Add("x-ms-blob-type", "AppendBlob");
                request.Headers.IfNoneMatch.Add(System.Net.Http.Headers.EntityTagHeaderValue.Any);
                return request;
            },
            cancellationToken));
        return new BlobLogAppender(this, name);
    }

    /// <inheritdoc/>
    public async Task<bool> TrySealAsync(string name, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken = default)
    {
        // Its writer expects another end from now on, and goes to another segment.
        using var response = await SendAsync(() => Append(name, seal, null), cancellationToken, HttpStatusCode.NotFound);
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(() => new(HttpMethod.Get, _account.AddressOf(name, string.Empty)), cancellationToken, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NotFound ? null : new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => WithContainerAsync(() => SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Put, _account.AddressOf(name, string.Empty)) { Content = new ReadOnlyMemoryContent(content) };
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            return request;
        },
        cancellationToken));

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(() => new(HttpMethod.Delete, _account.AddressOf(name, string.Empty)), cancellationToken, HttpStatusCode.NotFound);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Appends to a blob that ends where it is expected to.</summary>
    internal async Task AppendAsync(string name, ReadOnlyMemory<byte> bytes, long position, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => Append(name, bytes, position), cancellationToken);
    }

    private HttpRequestMessage Append(string name, ReadOnlyMemory<byte> bytes, long? position)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, _account.AddressOf(name, "comp=appendblock")) { Content = new ReadOnlyMemoryContent(bytes) };
        if (position is { } expected)
            request.Headers.Add("x-ms-blob-condition-appendpos", expected.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    private async Task WithContainerAsync(Func<Task<HttpResponseMessage>> write)
    {
        try
        {
            (await write()).Dispose();
        }
        catch (BlobFailedException failure) when (failure.Code == "ContainerNotFound")
        {
            using var made = await SendAsync(
                () => new(HttpMethod.Put, _account.AddressOf(string.Empty, "restype=container")) { Content = new ByteArrayContent([]) }, default, HttpStatusCode.Conflict);
            (await write()).Dispose();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken, HttpStatusCode? alsoFine = null)
    {
        using var request = make();
        _account.Sign(request, _time.GetUtcNow());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(request.Method == HttpMethod.Get ? ReadingPatience : Patience + TimeSpan.FromSeconds((request.Content?.Headers.ContentLength ?? 0) / LeastBytesASecond));
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, patience.Token);
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException($"no answer from {_account.Endpoint}: {error.Message}", error);
        }

        var code = response.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.First() : null;
        if (response.IsSuccessStatusCode || (response.StatusCode == alsoFine && code != "ContainerBeingDeleted"))
            return response;
        using (response)
            throw new BlobFailedException(code, $"{request.Method} {_account.Endpoint}: {(int)response.StatusCode} {code ?? response.ReasonPhrase}");
    }

    private static async Task<XDocument> ReadXmlAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await XDocument.LoadAsync(content, LoadOptions.None, cancellationToken);
        }
        catch (XmlException error)
        {
            throw new IOException($"the list of blobs cannot be read: {error.Message}", error);
        }
    }
}
