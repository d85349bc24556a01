namespace Orleans.Personalize;

/// <summary>A home page is too old to be continued: a new one is to be asked for.</summary>
[GenerateSerializer, Alias("op.PageGoneException")]
public sealed class PageGoneException : Exception
{
    /// <summary>An error without details.</summary>
    public PageGoneException()
    {
    }

    /// <summary>An error with a message.</summary>
    public PageGoneException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public PageGoneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
