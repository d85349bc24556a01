using System.Collections.Immutable;
using System.Globalization;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>Any number of ids, each given by a parameter of its own, as ids may contain commas.</summary>
/// <typeparam name="TId">What they name.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Most">How many at most.</param>
/// <param name="Description">What they are for.</param>
internal sealed record IdsParameter<TId>(string Name, int Most, string Description) : QueryParameter(Name, Description)
    where TId : struct, IId<TId>
{
    /// <summary>The ids; none where absent.</summary>
    /// <exception cref="InvalidRequestException">One is none, or there are too many.</exception>
    public ImmutableArray<TId> Read(HttpContext context)
    {
        var values = context.Request.Query[Name];
        return values.Count <= Most
            ? [.. values.Select(value => RouteIds.Read<TId>(Name, value))]
            : throw new InvalidRequestException(Name, $"must be given at most {Most.ToString(CultureInfo.InvariantCulture)} times");
    }

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Array,
        MaxItems = Most,
        Items = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = TId.MaxLength },
    };
}
