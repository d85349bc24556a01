using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>What an import made of the files it was given.</summary>
public sealed class ImportedData
{
    /// <summary>How many issues are kept with their texts; more are only counted.</summary>
    public const int MaxIssues = 1000;

    /// <summary>A short name: that of the folder or file.</summary>
    public required string Name { get; init; }

    /// <summary>The format that was read, one of <see cref="DatasetFormats.Names"/> other than <c>auto</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The titles, in the order of the files.</summary>
    public required ImmutableArray<Title> Titles { get; init; }

    /// <summary>The profiles, in the order of the files; where a format has only ratings, in the order in which they first occur.</summary>
    public required ImmutableArray<ProfileSettings> Profiles { get; init; }

    /// <summary>The events in the order of the files; a rating is a <see cref="TitleRated"/> whose id is the data's name and the line.</summary>
    public required ImmutableArray<ProfileEvent> Events { get; init; }

    /// <summary>What could not be imported, in the order found; the first <see cref="MaxIssues"/>.</summary>
    public required ImmutableArray<ImportIssue> Issues { get; init; }

    /// <summary>How much could not be imported, also what <see cref="Issues"/> has no room for.</summary>
    public required long IssueCount { get; init; }

    /// <summary>The events as models are fitted to them, in the order of time; events of the same time keep the order of the files.</summary>
    public Dataset ToDataset() => DatasetBuilder.Build(Name, Titles, [.. Profiles.Select(profile => profile.Id)], Events);
}
