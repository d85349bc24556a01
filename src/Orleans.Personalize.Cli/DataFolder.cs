using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cli;

/// <summary>Where things are in a data folder.</summary>
internal static class DataFolder
{
    /// <summary>Whether a service kept something there before.</summary>
    public static bool HasData(DirectoryInfo data) => File.Exists(Path.Combine(data.FullName, "personalize.db"));

    /// <summary>What a training that was stopped goes on from.</summary>
    public static DirectoryInfo Checkpoints(DirectoryInfo data) => new(Path.Combine(data.FullName, "training"));

    /// <summary>The model files.</summary>
    public static ModelStore Models(DirectoryInfo data) => new(Path.Combine(data.FullName, "models"));
}
