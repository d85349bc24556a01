using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.ModelFiles;

/// <summary>
/// A folder of model files, one a version, and the name of the one in service. Every change is atomic: a crash leaves either the old model
/// or the new one in service, never half a file. Several processes may use a folder at the same time.
/// </summary>
/// <param name="directory">The folder; made on first publishing.</param>
public sealed class ModelStore(string directory)
{
    /// <summary>How many models <see cref="Prune"/> is usually told to keep.</summary>
    public const int UsualKept = 5;

    private const string Extension = ".model";

    private readonly ModelPointer _pointer = new(Path.Combine(directory, "active"));

    /// <summary>The folder.</summary>
    public string Directory { get; } = directory;

    /// <summary>The version in service; null where none was published.</summary>
    /// <exception cref="InvalidDataException">The name of the model in service is damaged.</exception>
    public string? ActiveVersion => _pointer.Read() is [var version, ..] ? version : null;

    /// <summary>The version that was in service before; null where there was none.</summary>
    /// <exception cref="InvalidDataException">The name of the model in service is damaged.</exception>
    public string? VersionBefore => _pointer.Read() is [_, var version, ..] ? version : null;

    /// <summary>The versions in the folder, the newest file first.</summary>
    public IReadOnlyList<string> Versions() => [.. Files().Select(VersionOf)];

    /// <summary>What is in the folder, the newest file first; every file is read and checked.</summary>
    /// <exception cref="InvalidDataException">The name of the model in service is damaged.</exception>
    public ImmutableArray<StoredModel> List()
    {
        var (active, before) = (ActiveVersion, VersionBefore);
        return [.. Files().Select(file => Describe(file, active, before))];
    }

    /// <summary>Writes a model durably and puts it in service.</summary>
    /// <param name="write">Writes the model's bytes to the stream it is given.</param>
    /// <returns>The version, taken from the checksum in the file.</returns>
    /// <exception cref="InvalidDataException">What was written is not a model; the one in service stays.</exception>
    public string Publish(Action<Stream> write)
    {
        var version = Add(write);
        Activate(version);
        return version;
    }

    /// <summary>Writes a model durably; the one in service stays.</summary>
    /// <param name="write">Writes the model's bytes to the stream it is given.</param>
    /// <returns>The version, taken from the checksum in the file.</returns>
    /// <exception cref="InvalidDataException">What was written is not a model.</exception>
    public string Add(Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        System.IO.Directory.CreateDirectory(Directory);
        var temporary = Path.Combine(Directory, Path.GetRandomFileName() + ".tmp");
        try
        {
            DurableFile.Write(temporary, write);
            string version;
            using (var mapped = new MappedFile(temporary))
                version = PersonalizationModel.Read(mapped.Memory).Info.Version;
            DurableFile.Move(temporary, PathOf(version));
            return version;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Puts a version of the folder in service, such as an earlier one; the file is read and checked before.</summary>
    /// <exception cref="UnknownModelException">There is no such version.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged; the one in service stays.</exception>
    public void Activate(string version)
    {
        Open(version);
        using var alone = FolderLock.Take(Directory);
        var versions = _pointer.Read();
        if (versions is not [var active, ..] || !string.Equals(active, version, StringComparison.Ordinal))
            _pointer.Write([version, .. versions]);
    }

    /// <summary>Puts the version in service that was in service before; once more, the one before that.</summary>
    /// <returns>The version in service from now on; null where there was none before, and nothing changed.</returns>
    /// <exception cref="UnknownModelException">Its file is gone; the one in service stays.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged; the one in service stays.</exception>
    public string? RollBack()
    {
        if (VersionBefore is null)
            return null;
        using var alone = FolderLock.Take(Directory);
        if (_pointer.Read() is not [_, var before, ..] versions)
            return null;
        Open(before);
        _pointer.Write(versions[1..]);
        return before;
    }

    /// <summary>Whether there is a file of a version; it may be damaged.</summary>
    public bool Has(string version) => File.Exists(PathOf(version));

    /// <summary>The file of a version as it is.</summary>
    /// <exception cref="UnknownModelException">There is no such version.</exception>
    public byte[] ReadFile(string version) =>
        Has(version) ? File.ReadAllBytes(PathOf(version)) : throw new UnknownModelException($"there is no model of version '{ModelPointerText.Shortened(version)}'");

    /// <summary>Takes over which model is in service, and which were before, from whoever decides that elsewhere; no file is read.</summary>
    /// <param name="versions">The version in service and those before it.</param>
    public void Follow(ImmutableArray<string> versions)
    {
        System.IO.Directory.CreateDirectory(Directory);
        using var alone = FolderLock.Take(Directory);
        _pointer.Write(versions);
    }

    /// <summary>Deletes the oldest files beyond a number, never the one in service nor the one before it.</summary>
    /// <param name="keep">How many stay, those two among them.</param>
    /// <returns>The versions deleted.</returns>
    public IReadOnlyList<string> Prune(int keep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        if (!System.IO.Directory.Exists(Directory))
            return [];
        using var alone = FolderLock.Take(Directory);
        List<string> protect = [.. _pointer.Read().Take(2)];
        List<string> rest = [.. Versions().Where(version => !protect.Contains(version, StringComparer.Ordinal))];
        List<string> deleted = [.. rest.Skip(Math.Max(0, keep - protect.Count))];
        foreach (var version in deleted)
            File.Delete(PathOf(version));
        return deleted;
    }

    /// <summary>Maps the model in service into memory; an untrained one where none was published.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="UnknownModelException">The version in service is not in the folder.</exception>
    public PersonalizationModel OpenActive() => ActiveVersion is { } version ? Open(version) : PersonalizationModel.Untrained;

    /// <summary>Maps the model in service into memory or, where its file is damaged or gone, the latest one before it that can be read.</summary>
    /// <param name="refused">Told every file that cannot be used, with the reason.</param>
    /// <returns>The model, an untrained one where none was published; null where none of them can be read.</returns>
    public PersonalizationModel? OpenActiveOrBefore(Action<Exception> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        try
        {
            var versions = _pointer.Read();
            if (versions.IsEmpty)
                return PersonalizationModel.Untrained;
            foreach (var version in versions.Distinct(StringComparer.Ordinal))
            {
                try
                {
                    return Open(version);
                }
                catch (Exception e) when (e is InvalidDataException or UnknownModelException)
                {
                    refused(e);
                }
            }
        }
        catch (InvalidDataException e)
        {
            refused(e);
        }

        return null;
    }

    /// <summary>Maps a version into memory; the mapping ends when the model is collected.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="UnknownModelException">There is no such version.</exception>
    public PersonalizationModel Open(string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        if (!File.Exists(PathOf(version)))
            throw new UnknownModelException($"there is no model of version '{ModelPointerText.Shortened(version)}'");
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

    private static string VersionOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    private IEnumerable<FileInfo> Files()
    {
        var folder = new DirectoryInfo(Directory);
        return folder.Exists
            ? folder.GetFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
            : [];
    }

    private StoredModel Describe(FileInfo file, string? active, string? before)
    {
        var version = VersionOf(file);
        var stored = new StoredModel
        {
            Version = version,
            WrittenAt = new DateTimeOffset(file.LastWriteTimeUtc),
            Standing = string.Equals(version, active, StringComparison.Ordinal) ? ModelStanding.InService
                : string.Equals(version, before, StringComparison.Ordinal) ? ModelStanding.Before
                : ModelStanding.Kept,
        };
        try
        {
            return stored with { Info = Open(version).Info };
        }
        catch (Exception e) when (e is InvalidDataException or UnknownModelException)
        {
            return stored with { Problem = e.Message };
        }
    }

    private string PathOf(string version) => Path.Combine(Directory, Path.GetFileName(version) + Extension);
}
