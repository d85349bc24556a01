namespace Orleans.Personalize.Embedded;

/// <summary>A data folder cannot be used: another process serves from it, a newer version wrote it, or it is damaged. The message says which.</summary>
public sealed class DataFolderException : Exception
{
    /// <summary>An error without details.</summary>
    public DataFolderException()
    {
    }

    /// <summary>An error with a message.</summary>
    public DataFolderException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public DataFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
