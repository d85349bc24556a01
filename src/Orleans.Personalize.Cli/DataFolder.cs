using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cli;

/// <summary>Where things are in a data folder.</summary>
internal static class DataFolder
{
    /// <summary>The model files.</summary>
    public static ModelStore Models(DirectoryInfo data) => new(Path.Combine(data.FullName, "models"));
}
