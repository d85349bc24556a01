namespace Orleans.Personalize;

/// <summary>There is no such title in the catalogue.</summary>
[GenerateSerializer, Alias("op.UnknownTitleException")]
public sealed class UnknownTitleException : Exception
{
    /// <summary>There is no title with this id.</summary>
    public UnknownTitleException(TitleId title)
        : base($"there is no title '{title}'")
    {
        Title = title;
    }

    /// <summary>An error without details.</summary>
    public UnknownTitleException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnknownTitleException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public UnknownTitleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The id that names nothing.</summary>
    [Id(0)]
    public TitleId Title { get; private set; }
}
