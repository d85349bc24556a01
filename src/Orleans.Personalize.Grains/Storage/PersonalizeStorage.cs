namespace Orleans.Personalize.Grains.Storage;

/// <summary>The grain storage that every grain of this product writes to; the silo registers a provider under this name.</summary>
public static class PersonalizeStorage
{
    /// <summary>The provider's name.</summary>
    public const string Name = "personalize";

    /// <summary>The same storage as the grains see it: every call to it is measured.</summary>
    internal const string Measured = "personalize/measured";
}
