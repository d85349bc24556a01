using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>The OpenAPI document: what the framework finds by itself, and what it cannot know.</summary>
internal static class ApiDocument
{
    private const string Json = "application/json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        // The host may serve more than this API, such as a cluster's dashboard.
        options.ShouldInclude = action => action.ActionDescriptor.EndpointMetadata.OfType<GatewayOperation>().Any();
        options.AddDocumentTransformer<ServiceDescription>();
        options.AddOperationTransformer<OperationDescription>();
        options.AddSchemaTransformer<ContractSchema>();
    });

    /// <summary>Describes a body of one object whose id may be left to the path.</summary>
    public static RouteHandlerBuilder TakesOne<T>(
        this RouteHandlerBuilder endpoint, IReadOnlyDictionary<string, JsonNode> examples, string idProperty = "id")
        where T : notnull =>
        endpoint.Accepts<T>(Json).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (Body(operation)?.Schema is { } whole)
                Body(operation)!.Schema = WithoutId(whole, idProperty);
            Show(operation, examples);
            return Task.CompletedTask;
        });

    /// <summary>Describes a body of one object or an array of them.</summary>
    public static RouteHandlerBuilder TakesOneOrMany<T>(this RouteHandlerBuilder endpoint, IReadOnlyDictionary<string, JsonNode> examples)
        where T : notnull =>
        endpoint.Accepts<T[]>(Json).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (Body(operation)?.Schema is { Items: { } one } many)
                Body(operation)!.Schema = new OpenApiSchema { OneOf = [one, many] };
            Show(operation, examples);
            return Task.CompletedTask;
        });

    private static OpenApiSchema WithoutId(IOpenApiSchema schema, string idProperty) => new()
    {
        Type = JsonSchemaType.Object,
        Description = schema.Description,
        Properties = schema.Properties,
        Required = schema.Required?.Where(name => name != idProperty).ToHashSet(StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    private static void Show(OpenApiOperation operation, IReadOnlyDictionary<string, JsonNode> examples)
    {
        if (Body(operation) is { } body)
        {
            body.Examples = examples.ToDictionary(
                e => e.Key, IOpenApiExample (e) => new OpenApiExample { Summary = e.Key, Value = e.Value.DeepClone() }, StringComparer.Ordinal);
        }
    }

    private static OpenApiMediaType? Body(OpenApiOperation operation) => operation.RequestBody?.Content?[Json];
}
