using Orleans.Personalize.Training.Datasets.Generic;
using Orleans.Personalize.Training.Datasets.Importing;
using Orleans.Personalize.Training.Datasets.MovieLens;
using Orleans.Personalize.Training.Datasets.MovieTweetings;
using Orleans.Personalize.Training.Datasets.NetflixTitles;
using Orleans.Personalize.Training.Datasets.WikipediaMovies;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>Reads titles, profiles and events from files of a known format.</summary>
public static class DatasetImporter
{
    /// <summary>
    /// Imports a folder or file. What is broken is reported in <see cref="ImportedData.Issues"/> and the rest imported; the result is the same each time.
    /// </summary>
    /// <param name="path">The folder, or for formats of one file that file.</param>
    /// <param name="format">One of <see cref="DatasetFormats.Names"/>.</param>
    /// <param name="strict">Whether the first broken line stops the import.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="ImportException">A file is missing, the format is unknown or not recognised, or strict and something is broken.</exception>
    public static ImportedData Import(
        string path,
        string format = DatasetFormats.Auto,
        bool strict = false,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var run = new ImportRun(path, strict, progress, cancellationToken);
        var actual = format == DatasetFormats.Auto ? FormatDetection.Detect(run.Path) : format;
        return actual switch
        {
            DatasetFormats.MovieLens => MovieLensImporter.Import(run),
            DatasetFormats.MovieTweetings => MovieTweetingsImporter.Import(run),
            DatasetFormats.NetflixTitles => NetflixTitlesImporter.Import(run),
            DatasetFormats.WikipediaMovies => WikipediaMoviesImporter.Import(run),
            DatasetFormats.Generic => GenericImporter.Import(run),
            _ => throw new ImportException($"there is no format '{format}'; there are {string.Join(", ", DatasetFormats.Names)}"),
        };
    }
}
