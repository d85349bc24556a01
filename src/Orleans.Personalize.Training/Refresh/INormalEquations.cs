using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>The normal equations of a ridge regression over histories, by what they do to a few columns at a time: no matrix is made.</summary>
internal interface INormalEquations
{
    /// <summary>The title of each column, ascending; the unknowns of a column are scale-major over the same titles.</summary>
    ImmutableArray<int> Sources { get; }

    /// <summary>The decay of each scale.</summary>
    ImmutableArray<double> Decays { get; }

    /// <summary>Whether the weight of a title for itself is held at zero.</summary>
    bool IsOwnWeightZero { get; }

    /// <summary>The diagonal of the matrix, ridge included: float[scales x sources].</summary>
    ReadOnlySpan<float> Diagonal { get; }

    /// <summary>Multiplies columns with the matrix, ridge included.</summary>
    /// <param name="columns">float[unknowns x width], row-major.</param>
    /// <param name="width">How many columns.</param>
    /// <param name="products">float[unknowns x width], overwritten.</param>
    void Multiply(ReadOnlySpan<float> columns, int width, Span<float> products);

    /// <summary>Writes the right-hand sides of some columns.</summary>
    /// <param name="places">Place of each column's title among the sources.</param>
    /// <param name="products">float[unknowns x columns], overwritten.</param>
    void FillTargets(ReadOnlySpan<int> places, Span<float> products);
}
