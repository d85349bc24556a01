namespace Orleans.Personalize;

/// <summary>There is no such profile.</summary>
[GenerateSerializer, Alias("op.UnknownProfileException")]
public sealed class UnknownProfileException : Exception
{
    /// <summary>There is no profile with this id.</summary>
    public UnknownProfileException(ProfileId profile)
        : base($"there is no profile '{profile}'")
    {
        Profile = profile;
    }

    /// <summary>An error without details.</summary>
    public UnknownProfileException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnknownProfileException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public UnknownProfileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The id that names nothing.</summary>
    [Id(0)]
    public ProfileId Profile { get; private set; }
}
