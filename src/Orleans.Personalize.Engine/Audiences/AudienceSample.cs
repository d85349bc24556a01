using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>
/// A sample of a tenant's profiles: those whose ids have the smallest hashes (bottom-k sampling; E. Cohen and H. Kaplan, "Summarizing data
/// using bottom-k sketches", 2007). It is the same from call to call, changes little as profiles come and go, and parts of it can be drawn
/// apart and put together.
/// </summary>
/// <param name="Profiles">How many profiles there are.</param>
/// <param name="Members">Those that were drawn.</param>
public sealed record AudienceSample(long Profiles, ImmutableArray<AudienceMember> Members)
{
    /// <summary>How many profiles are drawn: the standard error of a share is at most 2.3 percentage points.</summary>
    public const int Size = 500;

    /// <summary>Where a profile stands in the order of drawing; those that stand first are drawn.</summary>
    public static long OrderOf(ProfileId profile) => (long)StableHash64.Of($"audience/{profile.Value}");
}
