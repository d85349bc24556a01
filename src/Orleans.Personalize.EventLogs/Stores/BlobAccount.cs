using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// Where a container of blobs is and by what right it is used: the key of an account (Shared Key, as in "Authorize with Shared Key" of the Azure Storage REST documentation)
/// or a shared access signature in the address.
/// </summary>
/// <param name="endpoint">The container's address, without a signature.</param>
/// <param name="account">The account's name; null with a signature.</param>
/// <param name="key">The account's key; null with a signature.</param>
/// <param name="signature">The shared access signature, without '?'; null with a key.</param>
internal sealed class BlobAccount(Uri endpoint, string? account, byte[]? key, string? signature)
{
    private const string Version = "2021-08-06";

    // The account and key of every emulator, as documented by Microsoft: no secret.
    private const string Emulator =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1";

    /// <summary>The container's address.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>Reads a connection string of Azure storage.</summary>
    /// <param name="connection">The connection string; <c>UseDevelopmentStorage=true</c> for the emulator.</param>
    /// <param name="container">The container.</param>
    /// <exception cref="ArgumentException">It is none, or says nothing about blobs.</exception>
    public static BlobAccount OfConnection(string connection, string container)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        if (Part("UseDevelopmentStorage") is not null)
            return OfConnection(Emulator, container);
        var account = Part("AccountName");
        var endpoint = Part("BlobEndpoint")
            ?? $"{Part("DefaultEndpointsProtocol") ?? "https"}://{account}.blob.{Part("EndpointSuffix") ?? "core.windows.net"}";
        if (!Uri.TryCreate($"{endpoint.TrimEnd('/')}/{container}", UriKind.Absolute, out var address))
            throw new ArgumentException("the connection string names no account", nameof(connection));
        return (Part("SharedAccessSignature"), Part("AccountKey")) switch
        {
            ({ } signature, _) => new BlobAccount(address, null, null, signature.TrimStart('?')),
            (_, { } key) when account is not null && Convert.TryFromBase64String(key, new byte[key.Length], out _) =>
                new BlobAccount(address, account, Convert.FromBase64String(key), null),
            _ => throw new ArgumentException("the connection string has neither a key nor a signature", nameof(connection)),
        };

        string? Part(string name) => parts.TryGetValue(name, out var value) ? (string)value : null;
    }

    /// <summary>Takes the address of a container with a shared access signature as its query.</summary>
    public static BlobAccount OfAddress(Uri address) =>
        new(new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/')), null, null, address.Query.TrimStart('?'));

    /// <summary>The address of a blob, or with an empty name of the container, with a query.</summary>
    public Uri AddressOf(string name, string query)
    {
        var path = name.Length == 0 ? endpoint.AbsoluteUri : $"{endpoint.AbsoluteUri}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";
        var joined = string.Join('&', new[] { query, signature }.Where(part => !string.IsNullOrEmpty(part)));
        return new Uri(joined.Length == 0 ? path : $"{path}?{joined}");
    }

    /// <summary>Adds version, date and signature to a request, which is complete but for them.</summary>
    public void Sign(HttpRequestMessage request, DateTimeOffset now)
    {
        request.Headers.Add("x-ms-version", Version);
        request.Headers.Add("x-ms-date", now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        if (key is null)
            return;
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(TextToSign(request)));
        request.Headers.Authorization = new("SharedKey", $"{account}:{Convert.ToBase64String(hash)}");
    }

    private string TextToSign(HttpRequestMessage request)
    {
        var length = request.Content?.Headers.ContentLength is { } bytes and > 0 ? bytes.ToString(CultureInfo.InvariantCulture) : string.Empty;
        var headers = request.Headers
            .Where(header => header.Key.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}:{string.Join(',', header.Value)}\n");
        var query = request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .OrderBy(part => part[0], StringComparer.Ordinal)
            .Select(part => $"\n{part[0]}:{Uri.UnescapeDataString(part[1])}");
        var ifNoneMatch = request.Headers.IfNoneMatch.FirstOrDefault()?.ToString();
        return $"{request.Method}\n\n\n{length}\n\n\n\n\n\n{ifNoneMatch}\n\n\n{string.Concat(headers)}/{account}{request.RequestUri.AbsolutePath}{string.Concat(query)}";
    }
}
