using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Gateway.Problems;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Gateway.Resources;
using Orleans.Personalize.Gateway.Security;
using Orleans.Personalize.Gateway.Telemetry;
using Orleans.Personalize.Gateway.Web;

namespace Orleans.Personalize.Gateway;

/// <summary>Puts the gateway into a host's request pipeline.</summary>
public static class GatewayApplicationExtensions
{
    /// <summary>
    /// Maps the API below <c>/v1</c>, <c>/healthz</c>, <c>/readyz</c>, <c>/openapi/v1.json</c>, the web page at <c>/</c> and its posters, and answers
    /// every error of the application as a problem document. Call it before other middleware is added.
    /// </summary>
    public static WebApplication MapPersonalizeGateway(this WebApplication application)
    {
        application.UseMiddleware<ProblemMiddleware>();
        application.Use(static (context, next) =>
        {
            context.Response.OnStarting(static state =>
            {
                ((HttpResponse)state).Headers.XContentTypeOptions = "nosniff";
                return Task.CompletedTask;
            }, context.Response);
            return next(context);
        });

        var api = application.MapGroup("/v1")
            .WithMetadata(new GatewayOperation())
            .AddEndpointFilter(new MeasuringFilter())
            .AddEndpointFilter(ActivatorUtilities.CreateInstance<ApiKeyFilter>(application.Services))
            .AddEndpointFilter(ActivatorUtilities.CreateInstance<ConcurrencyFilter>(application.Services))
            .AddEndpointFilter(new QueryFilter());
        api.MapEvents();
        api.MapPages();
        api.MapSurvey();
        api.MapProfiles();
        api.MapAccounts();
        api.MapTitles();
        api.MapModels();
        api.MapRules();
        api.MapExperiments();
        api.MapAudiences();
        api.MapDeadLetters();
        application.MapHealth();
        application.MapUnsubscribing();
        application.MapPosters();
        application.MapWebPage();
        application.MapOpenApi("/openapi/v1.json");
        return application;
    }
}
