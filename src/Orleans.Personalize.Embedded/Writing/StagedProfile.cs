using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>A profile as the group that is being written leaves it.</summary>
internal sealed class StagedProfile(ResidentProfile committed)
{
    public long Number { get; } = committed.Number;

    public ProfileSettings Settings { get; set; } = committed.Settings;

    public ProfileState State { get; set; } = committed.State;

    /// <summary>The encoded size of the state as it is in the database, in bytes.</summary>
    public int StateBytes { get; set; } = committed.StateBytes;

    public ResidentProfile ToResident() => new(Number, Settings, State, StateBytes);
}
