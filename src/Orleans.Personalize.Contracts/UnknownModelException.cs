namespace Orleans.Personalize;

/// <summary>There is no model of such a version.</summary>
[GenerateSerializer, Alias("op.UnknownModelException")]
public sealed class UnknownModelException : Exception
{
    /// <summary>An error without details.</summary>
    public UnknownModelException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnknownModelException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public UnknownModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
