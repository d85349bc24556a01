using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.ModelFiles;

/// <summary>
/// A folder of model files, one a version, and the name of the one in service. Publishing is atomic: a crash leaves either the old model
/// or the new one in service, never half a file. Earlier versions stay in the folder.
/// </summary>
/// <param name="directory">The folder; made on first publishing.</param>
public sealed class ModelStore(string directory)
{
    private const string Extension = ".model";
    private const string PointerName = "active";
    private const int VersionLength = 16;

    /// <summary>The folder.</summary>
    public string Directory { get; } = directory;

    /// <summary>The version in service; null where none was published.</summary>
    /// <exception cref="InvalidDataException">The name of the model in service is damaged.</exception>
    public string? ActiveVersion
    {
        get
        {
            string version;
            try
            {
                version = File.ReadAllText(PointerPath).Trim();
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }

            return version.Length == VersionLength && version.All(char.IsAsciiHexDigitLower)
                ? version
                : throw new InvalidDataException($"'{PointerPath}' should name a model version of {VersionLength} hexadecimal digits, but says '{Shortened(version)}'.");
        }
    }

    private string PointerPath => Path.Combine(Directory, PointerName);

    /// <summary>The versions in the folder, the newest file first.</summary>
    public IReadOnlyList<string> Versions()
    {
        var folder = new DirectoryInfo(Directory);
        return folder.Exists
            ? [.. folder.GetFiles("*" + Extension)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => Path.GetFileNameWithoutExtension(file.Name))]
            : [];
    }

    /// <summary>Writes a model durably and puts it in service.</summary>
    /// <param name="write">Writes the model's bytes to the stream it is given.</param>
    /// <returns>The version, taken from the checksum in the file.</returns>
    /// <exception cref="InvalidDataException">What was written is not a model; the one in service stays.</exception>
    public string Publish(Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        System.IO.Directory.CreateDirectory(Directory);
        var temporary = TemporaryPath();
        try
        {
            DurableFile.Write(temporary, write);
            string version;
            using (var mapped = new MappedFile(temporary))
                version = PersonalizationModel.Read(mapped.Memory).Info.Version;
            DurableFile.Move(temporary, PathOf(version));
            Activate(version);
            return version;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Puts a version of the folder in service, such as an earlier one.</summary>
    /// <exception cref="FileNotFoundException">There is no such version.</exception>
    public void Activate(string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        if (!File.Exists(PathOf(version)))
            throw new FileNotFoundException($"There is no model of version '{Shortened(version)}' in '{Directory}'.");
        var temporary = TemporaryPath();
        DurableFile.Write(temporary, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(version)));
        DurableFile.Move(temporary, PointerPath);
    }

    /// <summary>Maps the model in service into memory; an untrained one where none was published.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="FileNotFoundException">The version in service is not in the folder.</exception>
    public PersonalizationModel OpenActive() => ActiveVersion is { } version ? Open(version) : PersonalizationModel.Untrained;

    /// <summary>Maps a version into memory; the mapping ends when the model is collected.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such version.</exception>
    public PersonalizationModel Open(string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        if (!File.Exists(PathOf(version)))
            throw new FileNotFoundException($"There is no model of version '{Shortened(version)}' in '{Directory}'.");
        var mapped = new MappedFile(PathOf(version));
        try
        {
            var model = PersonalizationModel.Read(mapped.Memory);
            return model.Info.Version == version
                ? model
                : throw new InvalidDataException($"'{PathOf(version)}' holds version {model.Info.Version}.");
        }
        catch (InvalidDataException e)
        {
            ((IDisposable)mapped).Dispose();
            throw new InvalidDataException($"'{PathOf(version)}': {e.Message}", e);
        }
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private string PathOf(string version) => Path.Combine(Directory, Path.GetFileName(version) + Extension);

    private string TemporaryPath() => Path.Combine(Directory, Path.GetRandomFileName() + ".tmp");
}
