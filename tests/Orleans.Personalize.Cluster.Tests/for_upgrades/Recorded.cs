namespace Orleans.Personalize.Cluster.Tests.for_upgrades;

/// <summary>What released versions left behind: a folder for each, named after it.</summary>
internal static class Recorded
{
    /// <summary>The folder of the folders.</summary>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Orleans.Personalize.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("not in the repository");
            return Path.Combine(folder.FullName, "tests", "Orleans.Personalize.Cluster.Tests", "for_upgrades", "released");
        }
    }
}
