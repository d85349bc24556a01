namespace Orleans.Personalize.Silo.Configuration;

/// <summary>The node cannot start as it is configured; the message is for the operator.</summary>
internal sealed class NodeOptionsException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public NodeOptionsException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and why.</summary>
    public NodeOptionsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error without details.</summary>
    public NodeOptionsException()
    {
    }
}
