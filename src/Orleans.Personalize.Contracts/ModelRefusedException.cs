namespace Orleans.Personalize;

/// <summary>A model cannot be put in service; the one in service stays.</summary>
[GenerateSerializer, Alias("op.ModelRefusedException")]
public sealed class ModelRefusedException : Exception
{
    /// <summary>An error without details.</summary>
    public ModelRefusedException()
    {
    }

    /// <summary>An error with a message.</summary>
    public ModelRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public ModelRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
