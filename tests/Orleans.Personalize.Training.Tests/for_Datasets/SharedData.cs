namespace Orleans.Personalize.Training.Tests.for_Datasets;

/// <summary>The data sets that may lie beside the repository, in <c>../shared/data</c>, or where PERSONALIZE_DATA says.</summary>
internal static class SharedData
{
    /// <summary>The folder of a data set; null where it is absent.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("PERSONALIZE_DATA") is { Length: > 0 } root)
        {
            return Existing(Path.Combine(root, name));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Orleans.Personalize.sln")))
            {
                return Existing(Path.Combine(folder.FullName, "..", "shared", "data", name));
            }
        }

        return null;
    }

    /// <summary>The folder of a data set that is known to be there.</summary>
    public static string Require(string name) => Find(name) ?? throw new DirectoryNotFoundException(name);

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
