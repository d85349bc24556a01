namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Finds the files of a format.</summary>
internal static class Files
{
    /// <summary>A file that must be there.</summary>
    /// <exception cref="ImportException">It is not.</exception>
    public static string Require(ImportRun run, string name) =>
        Find(run, name) ?? throw new ImportException($"there is no '{name}' in '{run.Path}'");

    /// <summary>A file that may be there; null where it is not.</summary>
    public static string? Find(ImportRun run, string name)
    {
        var path = Path.Combine(run.Path, name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The whole of a file.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"cannot read '{path}': {exception.Message}", exception);
        }
    }
}
