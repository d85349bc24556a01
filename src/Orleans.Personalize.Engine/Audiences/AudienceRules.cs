using Orleans.Personalize.Audiences;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>Which questions about audiences are in range.</summary>
internal static class AudienceRules
{
    private const int MostExamples = 50;
    private const int LargestGroup = 1000;

    /// <summary>Checks what is to be told of an audience.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(AudienceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.MinimumGroup is < AudienceRequest.LeastGroup or > LargestGroup)
            throw new InvalidRequestException("minimumGroup", $"must be {AudienceRequest.LeastGroup} to {LargestGroup}");
        if (request.Examples is < 0 or > MostExamples)
            throw new InvalidRequestException("examples", $"must be 0 to {MostExamples}");
    }

    /// <summary>Checks how many profiles are asked for.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void CheckCount(int count)
    {
        if (count is < 1 or > SimilarProfiles.MaxCount)
            throw new InvalidRequestException("count", $"must be 1 to {SimilarProfiles.MaxCount}");
    }
}
