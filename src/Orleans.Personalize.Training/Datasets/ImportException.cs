using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>An import cannot be done: a file is missing, the format is unknown, or a line is broken and the import is strict.</summary>
public sealed class ImportException : Exception
{
    /// <summary>A strict import met something broken.</summary>
    public ImportException(ImmutableArray<ImportIssue> issues)
        : base(issues.IsDefaultOrEmpty ? "the import failed" : issues[^1].ToString()) => Issues = issues;

    /// <summary>An error without details.</summary>
    public ImportException()
    {
    }

    /// <summary>An error with a message.</summary>
    public ImportException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is broken; empty where it is not about a line of a file.</summary>
    public ImmutableArray<ImportIssue> Issues { get; } = [];
}
