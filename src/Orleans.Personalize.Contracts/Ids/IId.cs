namespace Orleans.Personalize;

/// <summary>What the typed ids have in common; each wraps one non-empty string.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The longest value allowed, in UTF-16 characters.</summary>
    static abstract int MaxLength { get; }

    /// <summary>The wrapped text; null only for <c>default</c>, which is no id.</summary>
    string Value { get; }

    /// <summary>Wraps a value that is already known to be valid.</summary>
    static abstract TSelf Create(string value);
}
