using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>One import under way: what was read so far, what was broken, and how far it is.</summary>
internal sealed class ImportRun(string path, bool strict, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
{
    private const int RowsBetweenReports = 10_000;
    private readonly ImmutableArray<ImportIssue>.Builder _issues = ImmutableArray.CreateBuilder<ImportIssue>();
    private long _issueCount;
    private long _bytesOfFinishedFiles;
    private long _bytesTotal;

    /// <summary>The folder or file that is imported.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The name of the data, which begins the ids of its events.</summary>
    public string Name { get; } = NameOf(path);

    /// <summary>The titles so far.</summary>
    public TitleList Titles { get; } = new();

    /// <summary>The profiles so far.</summary>
    public ProfileCollection Profiles { get; } = new();

    /// <summary>The events so far.</summary>
    public ImmutableArray<ProfileEvent>.Builder Events { get; } = ImmutableArray.CreateBuilder<ProfileEvent>();

    /// <summary>Says which files will be read, so that progress knows the whole.</summary>
    public void Expect(IEnumerable<string> files) => _bytesTotal = files.Sum(file => new FileInfo(file).Length);

    /// <summary>Reports something broken; a strict import ends here.</summary>
    public void Report(string file, long line, string reason)
    {
        _issueCount++;
        if (_issues.Count < ImportedData.MaxIssues)
        {
            _issues.Add(new ImportIssue(System.IO.Path.GetFileName(file), line, reason));
        }

        if (strict)
        {
            throw new ImportException(_issues.ToImmutable());
        }
    }

    /// <summary>Called for every row: looks for cancellation and reports progress now and then.</summary>
    public void Advance(string file, long rows, long bytesRead)
    {
        if (rows % RowsBetweenReports == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new ImportProgress(System.IO.Path.GetFileName(file), rows, _bytesOfFinishedFiles + bytesRead, _bytesTotal));
        }
    }

    /// <summary>Called at the end of a file.</summary>
    public void Finish(string file, long rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _bytesOfFinishedFiles += new FileInfo(file).Length;
        progress?.Report(new ImportProgress(System.IO.Path.GetFileName(file), rows, _bytesOfFinishedFiles, _bytesTotal));
    }

    /// <summary>All that was read.</summary>
    public ImportedData Complete(string format) => new()
    {
        Name = Name,
        Format = format,
        Titles = Titles.ToImmutable(),
        Profiles = Profiles.ToImmutable(),
        Events = Events.DrainToImmutable(),
        Issues = _issues.DrainToImmutable(),
        IssueCount = _issueCount,
    };

    /// <summary>The last part of a path, made fit to begin an event id.</summary>
    private static string NameOf(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        var name = File.Exists(full) ? System.IO.Path.GetFileNameWithoutExtension(full) : System.IO.Path.GetFileName(full);
        var fit = string.Concat(name.Select(c => char.IsControl(c) ? '-' : c)).Trim();
        return fit.Length switch { 0 => "data", > 64 => fit[..64].Trim(), _ => fit };
    }
}
