namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>What a micro-genre is made from, as places in one list of how much everything is liked, see <see cref="MicroGenreIndex.Places"/>.</summary>
/// <param name="Genre">The place of its genre.</param>
/// <param name="First">The place of its first mark.</param>
/// <param name="Second">That of the second; 0 for none.</param>
/// <param name="Third">That of the third; 0 for none.</param>
/// <param name="Marks">How many marks it has.</param>
internal readonly record struct Outline(ushort Genre, ushort First, ushort Second, ushort Third, ushort Marks);
