namespace Orleans.Personalize;

/// <summary>A value in a request is not allowed; nothing was changed.</summary>
[GenerateSerializer, Alias("op.InvalidRequestException")]
public sealed class InvalidRequestException : Exception
{
    /// <summary>A field has a value that is not allowed.</summary>
    public InvalidRequestException(string field, string reason)
        : base($"{field}: {reason}")
    {
        Field = field;
        Reason = reason;
    }

    /// <summary>An error without details.</summary>
    public InvalidRequestException()
    {
    }

    /// <summary>An error with a message.</summary>
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public InvalidRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The property that is wrong, as named in JSON.</summary>
    [Id(0)]
    public string? Field { get; private set; }

    /// <summary>What is wrong with it.</summary>
    [Id(1)]
    public string? Reason { get; private set; }
}
