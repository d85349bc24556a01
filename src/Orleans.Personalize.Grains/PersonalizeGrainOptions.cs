using Orleans.Personalize.Engine;

namespace Orleans.Personalize.Grains;

/// <summary>What a silo decides about its grains.</summary>
public sealed class PersonalizeGrainOptions
{
    /// <summary>
    /// The folder of the model files of the tenant <see cref="DefaultTenant"/>; those of another tenant are in the folder of its name
    /// below. Null for no trained models.
    /// </summary>
    public string? ModelDirectory { get; set; }

    /// <summary>The tenant that is loaded when the silo starts; others are loaded on first use.</summary>
    public string DefaultTenant { get; set; } = "default";

    /// <summary>How often a silo looks for a changed catalogue or model and hands over what it counted.</summary>
    public TimeSpan FollowInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after a change a grain saves its live counts: what a crash may lose of them, never of profiles or titles. Every title that is played costs
    /// one write in this time.
    /// </summary>
    public TimeSpan CountSaveInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What this service adds to the engine: kinds of rows, parts of the score, filters. Every silo needs the same.</summary>
    public EngineExtensions Extensions { get; } = new();
}
