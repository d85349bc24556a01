namespace Orleans.Personalize.Titles;

/// <summary>What a person did for a title.</summary>
[GenerateSerializer, Alias("op.CreditRole")]
public enum CreditRole
{
    /// <summary>Acts in it.</summary>
    Cast = 0,

    /// <summary>Directed it.</summary>
    Director = 1,

    /// <summary>Wrote it.</summary>
    Writer = 2,

    /// <summary>Created the series.</summary>
    Creator = 3,
}
