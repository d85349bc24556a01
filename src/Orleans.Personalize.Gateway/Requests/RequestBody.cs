using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>Reads a JSON body whole, and refuses early what cannot be one: wrong type, too large, empty, malformed.</summary>
internal sealed class RequestBody(IOptions<GatewayOptions> options)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Most events or titles in one call.</summary>
    public int MaxBatch => options.Value.MaxBatch;

    /// <summary>The body as JSON.</summary>
    /// <exception cref="ProblemException">It is not JSON within the limits; the exception says why, and where it breaks off.</exception>
    public async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        RequireJson(request);
        var text = await ReadBytesAsync(request, cancellationToken);
        if (text.Span.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];
        if (text.IsEmpty)
            throw new ProblemException(StatusCodes.Status400BadRequest, "body", "is empty");
        if (!Utf8.IsValid(text.Span))
            throw new ProblemException(StatusCodes.Status400BadRequest, "body", "is not valid UTF-8");
        return Parse(text);
    }

    private static void RequireJson(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        var isJson = type is not null
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Content-Type", "must be application/json, in UTF-8");
    }

    private async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxBodyBytes;
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        var bytes = new ArrayBufferWriter<byte>((int)Math.Max(request.ContentLength ?? 4_096, 1));
        while (true)
        {
            var read = await request.Body.ReadAsync(bytes.GetMemory(), cancellationToken);
            if (read == 0)
                return bytes.WrittenMemory;
            bytes.Advance(read);
            if (bytes.WrittenCount > limit)
                throw TooLarge(limit);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            var column = (e.BytePositionInLine ?? 0) + 1;
            var what = e.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            throw new ProblemException(StatusCodes.Status400BadRequest, "body", $"is not JSON, at line {line}, column {column}: {what}")
            {
                Position = (line, column),
            };
        }
    }

    private static ProblemException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "body", $"is larger than {limit} bytes");
}
