namespace Orleans.Personalize.Gateway.Resources;

/// <summary>How the host is.</summary>
/// <param name="Status">'alive' or 'ready'.</param>
internal sealed record HealthStatus(string Status);
