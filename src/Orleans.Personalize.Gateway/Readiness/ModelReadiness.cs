namespace Orleans.Personalize.Gateway.Readiness;

/// <summary>Ready as soon as the personalizer has a model to answer with.</summary>
internal sealed class ModelReadiness(IPersonalizer personalizer) : IReadiness
{
    public async Task<string?> WhatIsMissingAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await personalizer.GetModelAsync(cancellationToken);
            return null;
        }
        catch (UnavailableException e)
        {
            return e.Message;
        }
    }
}
