namespace Orleans.Personalize;

/// <summary>There is no such experiment.</summary>
[GenerateSerializer, Alias("op.UnknownExperimentException")]
public sealed class UnknownExperimentException : Exception
{
    /// <summary>There is no experiment with this id.</summary>
    public UnknownExperimentException(ExperimentId experiment)
        : base($"there is no experiment '{experiment}'")
    {
    }

    /// <summary>An error without details.</summary>
    public UnknownExperimentException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnknownExperimentException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public UnknownExperimentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
