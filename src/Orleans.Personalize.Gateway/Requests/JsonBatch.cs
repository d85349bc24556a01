using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>A body of one object or an array of them, each read on its own: a wrong one does not harm its neighbours.</summary>
internal static class JsonBatch
{
    /// <summary>Reads the objects, hands the readable ones on together, and brings answers and faults back into the order of the body.</summary>
    /// <typeparam name="T">The contract each object should be.</typeparam>
    /// <typeparam name="TAnswer">What becomes of one object.</typeparam>
    /// <param name="body">One object or an array.</param>
    /// <param name="limit">Most objects.</param>
    /// <param name="refuse">The answer to an object that cannot be read.</param>
    /// <param name="handle">Answers the readable ones, in their order.</param>
    /// <exception cref="ProblemException">The body is neither object nor array, or has too many objects.</exception>
    public static async Task<ImmutableArray<TAnswer>> HandleAsync<T, TAnswer>(
        JsonElement body,
        int limit,
        Func<JsonElement, JsonFault, TAnswer> refuse,
        Func<ImmutableArray<T>, Task<ImmutableArray<TAnswer>>> handle)
        where T : class
    {
        var answers = new TAnswer[Count(body, limit)];
        var readable = ImmutableArray.CreateBuilder<T>(answers.Length);
        var places = new List<int>(answers.Length);
        var place = 0;
        foreach (var element in Elements(body))
        {
            if (JsonFault.TryRead<T>(element, out var value) is { } fault)
            {
                answers[place] = refuse(element, fault);
            }
            else
            {
                readable.Add(value!);
                places.Add(place);
            }

            place++;
        }

        if (readable.Count > 0)
        {
            var handled = await handle(readable.DrainToImmutable());
            for (var i = 0; i < places.Count; i++)
                answers[places[i]] = handled[i];
        }

        return [.. answers];
    }

    /// <summary>An unreadable object's id, where at least that can be read.</summary>
    public static TId? IdOf<TId>(JsonElement element)
        where TId : struct, IId<TId> =>
        TId.TryParse(JsonFault.TextOf(element, "id"), null, out var id) ? id : null;

    private static int Count(JsonElement body, int limit) => body.ValueKind switch
    {
        JsonValueKind.Object => 1,
        JsonValueKind.Array when body.GetArrayLength() is var length && length <= limit => length,
        JsonValueKind.Array => throw Refuse($"has {body.GetArrayLength()} elements; send at most {limit} in one call"),
        _ => throw Refuse("must be an object or an array of objects"),
    };

    private static IEnumerable<JsonElement> Elements(JsonElement body) =>
        body.ValueKind == JsonValueKind.Array ? body.EnumerateArray() : [body];

    private static ProblemException Refuse(string reason) => new(StatusCodes.Status400BadRequest, "body", reason);
}
