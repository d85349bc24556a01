using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>What the document says of the service as a whole.</summary>
internal sealed class ServiceDescription(IOptions<GatewayOptions> options) : IOpenApiDocumentTransformer
{
    /// <summary>The name under which the key is declared.</summary>
    public const string KeyScheme = "key";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Orleans.Personalize",
            Version = "v1",
            Description = "Home pages, rankings and reasons for every profile of a video service. Events go in; an accepted event is durable "
                + "and counts in the very next answer. Every error is a problem document (RFC 9457) that names the field at fault and the reason.",
        };
        // The address is the one it was fetched from.
        document.Servers = [];
        document.AddComponent(nameof(ProblemDocument), await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancellationToken));
        if (options.Value.ApiKeys.Count > 0)
        {
            document.AddComponent<IOpenApiSecurityScheme>(KeyScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "One of the keys that the host was given.",
            });
        }
    }
}
