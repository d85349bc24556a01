namespace Orleans.Personalize.Demo.Households;

/// <summary>What sort of member a profile belongs to.</summary>
internal enum Persona
{
    /// <summary>A child: afternoons and weekend mornings, on the tablet.</summary>
    Child,

    /// <summary>A teenager: after school and late, on the telephone and in the browser.</summary>
    Teen,

    /// <summary>An adult: evenings, on the television.</summary>
    Adult,
}
