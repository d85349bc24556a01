namespace Orleans.Personalize.Gateway.Readiness;

/// <summary>Says whether the host can answer by now; supplied by the host, else asking the personalizer for its model decides.</summary>
public interface IReadiness
{
    /// <summary>Whether calls should be sent here.</summary>
    /// <returns>Null when ready, else what is being waited for, in one sentence.</returns>
    Task<string?> WhatIsMissingAsync(CancellationToken cancellationToken = default);
}
