using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>A title with what only its maker knows.</summary>
/// <param name="Title">What the catalogue knows.</param>
/// <param name="Strand">Index of its strand in <see cref="Strand.All"/>.</param>
/// <param name="Quality">How good it is, in [0,1].</param>
/// <param name="Appeal">How much it is watched whoever it is for, a positive weight; a few titles have most of it.</param>
internal sealed record DemoTitle(Title Title, int Strand, double Quality, double Appeal)
{
    /// <summary>When it came to the service.</summary>
    public DateTimeOffset AddedAt => Title.AddedAt!.Value;
}
