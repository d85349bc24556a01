namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>Marks the endpoints that belong into the OpenAPI document.</summary>
internal sealed class GatewayOperation;
