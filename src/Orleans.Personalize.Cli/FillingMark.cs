namespace Orleans.Personalize.Cli;

/// <summary>
/// A file that says that a folder is being filled. Where filling was broken off the file stays, and the next filling goes on instead of
/// taking what is there for whole: titles and profiles are put again, and repeated events change nothing.
/// </summary>
internal sealed class FillingMark
{
    private readonly string _path;

    public FillingMark(DirectoryInfo data) => _path = Path.Combine(data.FullName, "filling.unfinished");

    /// <summary>Whether an earlier filling was broken off.</summary>
    public bool IsUnfinished => File.Exists(_path);

    /// <summary>Says that filling begins.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, string.Empty);
    }

    /// <summary>Says that everything is in.</summary>
    public void Done() => File.Delete(_path);
}
