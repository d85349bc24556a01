using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Security;

namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>What every operation takes and answers besides its handler's own types: query parameters, problems, the key.</summary>
internal sealed class OperationDescription(IOptions<GatewayOptions> options) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = context.Description;
        if (action.HttpMethod is "PUT" or "POST" && operation.OperationId is null)
            operation.OperationId = action.HttpMethod == "PUT" ? "putTitles" : "postTitles";

        foreach (var parameter in action.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().SelectMany(q => q.Known))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = parameter.Schema(),
            });
        }

        var isForOperators = action.ActionDescriptor.EndpointMetadata.OfType<OperatorOperation>().Any();
        foreach (var status in Problems(operation, action.HttpMethod, action.RelativePath ?? string.Empty).Concat(OfOperators(action.HttpMethod, isForOperators)))
            (operation.Responses ??= []).TryAdd(status.ToString(CultureInfo.InvariantCulture), Problem(status, context.Document!));
        if (options.Value.ApiKeys.Count > 0 && IsApi(action.RelativePath))
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ServiceDescription.KeyScheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    private IEnumerable<int> Problems(OpenApiOperation operation, string? method, string path)
    {
        if (operation.Parameters?.Count > 0 || operation.RequestBody is not null)
            yield return StatusCodes.Status400BadRequest;
        if (options.Value.ApiKeys.Count > 0 && IsApi(path))
            yield return StatusCodes.Status401Unauthorized;
        if (path.Contains('{', StringComparison.Ordinal) && method != "PUT")
            yield return StatusCodes.Status404NotFound;
        if (path.EndsWith("/home/{page}/rows", StringComparison.Ordinal))
            yield return StatusCodes.Status410Gone;
        if (operation.RequestBody is not null)
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        if (!path.Equals("healthz", StringComparison.Ordinal))
            yield return StatusCodes.Status503ServiceUnavailable;
    }

    private IEnumerable<int> OfOperators(string? method, bool isForOperators)
    {
        if (isForOperators && options.Value.OperatorKeys.Count > 0)
            yield return StatusCodes.Status403Forbidden;
        if (isForOperators && method == "POST")
            yield return StatusCodes.Status409Conflict;
    }

    private static bool IsApi(string? path) => path is not null && path.StartsWith("v1/", StringComparison.Ordinal);

    private static OpenApiResponse Problem(int status, OpenApiDocument document) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(status),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDocument), document) },
        },
    };
}
