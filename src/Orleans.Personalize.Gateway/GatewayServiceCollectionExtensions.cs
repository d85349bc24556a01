using System.Text;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Gateway.Queues;
using Orleans.Personalize.Gateway.Readiness;
using Orleans.Personalize.Gateway.Requests;
using Orleans.Personalize.Json;
using Orleans.Personalize.Queues;
using Orleans.Personalize.Notifications.Unsubscribing;

namespace Orleans.Personalize.Gateway;

/// <summary>Brings the gateway into a host.</summary>
public static class GatewayServiceCollectionExtensions
{
    /// <summary>
    /// Registers what the gateway needs besides an <see cref="IPersonalizer"/> and its <see cref="Models.IModelOperations"/>, which the host registers. An <see cref="IReadiness"/> and an
    /// <see cref="IPosterSource"/>, <see cref="IEventQueue"/> and <see cref="IDeadLetters"/> of the host are used where there are. The host's JSON options take on the rules of <see cref="PersonalizeJson"/>.
    /// </summary>
    public static IServiceCollection AddPersonalizeGateway(this IServiceCollection services, Action<GatewayOptions>? configure = null)
    {
        services.AddOptions<GatewayOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(o => o.ApiKeys.Concat(o.OperatorKeys).All(key => !string.IsNullOrWhiteSpace(key)), "a key of the gateway is blank")
            .Validate(o => o.OperatorKeys.Count == 0 || o.ApiKeys.Count > 0, "a gateway with keys of operators needs keys for the other callers")
            .Validate(o => o.UnsubscribeKey is null || Encoding.UTF8.GetByteCount(o.UnsubscribeKey) >= UnsubscribeTokens.ShortestKey, "the key of unsubscribe links is too short")
            .Validate(o => o is { MaxBodyBytes: > 0, MaxBatch: > 0, MaxConcurrentCalls: > 0 }, "a limit of the gateway is not positive")
            .ValidateOnStart();
        services.Configure<JsonOptions>(json => PersonalizeJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddSingleton<RequestBody>();
        services.TryAddSingleton<IReadiness, ModelReadiness>();
        services.TryAddSingleton<IPosterSource, NoPosters>();
        services.TryAddSingleton<IDeadLetters, NoDeadLetters>();
        services.AddApiDocument();
        return services;
    }
}
