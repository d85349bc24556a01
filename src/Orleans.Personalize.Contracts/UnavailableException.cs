namespace Orleans.Personalize;

/// <summary>The service cannot do this for the moment; the same call may be made again.</summary>
[GenerateSerializer, Alias("op.UnavailableException")]
public sealed class UnavailableException : Exception
{
    /// <summary>The service cannot do this for the moment, because of <paramref name="innerException"/>.</summary>
    public UnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error without details.</summary>
    public UnavailableException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnavailableException(string message)
        : base(message)
    {
    }
}
