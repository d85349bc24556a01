using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>The names of the formats that can be imported; docs/data-formats.md describes each.</summary>
public static class DatasetFormats
{
    /// <summary>Finds the format out from the files that are there.</summary>
    public const string Auto = "auto";

    /// <summary>MovieLens, both the files separated by <c>::</c> and the csv files.</summary>
    public const string MovieLens = "movielens";

    /// <summary>All names, <see cref="Auto"/> first.</summary>
    public static ImmutableArray<string> Names { get; } = [Auto, MovieLens];
}
