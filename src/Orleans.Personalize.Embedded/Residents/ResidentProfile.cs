using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Residents;

/// <summary>A profile as it was committed last.</summary>
/// <param name="Number">Its key in the database.</param>
/// <param name="Settings">What is set.</param>
/// <param name="State">What was learnt.</param>
/// <param name="StateBytes">The encoded size of the state, in bytes.</param>
internal sealed record ResidentProfile(long Number, ProfileSettings Settings, ProfileState State, int StateBytes)
{
    /// <summary>What a resident profile takes beside its state, in bytes: settings, strings and table entries, rounded up.</summary>
    private const int Overhead = 1024;

    public int Bytes => StateBytes + Overhead;
}
