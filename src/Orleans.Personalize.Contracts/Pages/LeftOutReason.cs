namespace Orleans.Personalize.Pages;

/// <summary>Why a title that was asked for is not in an answer.</summary>
[GenerateSerializer, Alias("op.LeftOutReason")]
public enum LeftOutReason
{
    /// <summary>The catalogue has no such title.</summary>
    Unknown = 0,

    /// <summary>The profile may not see it: too mature, or not available where and when it is.</summary>
    Forbidden = 1,

    /// <summary>The profile asked not to be shown it.</summary>
    Hidden = 2,
}
