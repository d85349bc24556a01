namespace Orleans.Personalize.Engine.Search;

/// <summary>A name of a title in one of the forms in which it may be typed.</summary>
/// <param name="Name">As the catalogue writes it.</param>
/// <param name="Folded">Folded.</param>
/// <param name="Kind">Which of the title's names it is.</param>
/// <param name="Skipped">Words at the beginning of the name that are left out: an article that many do not type.</param>
/// <param name="IsApart">Whether what an apostrophe joins stands as two words.</param>
internal readonly record struct NameForm(string Name, string Folded, NameKind Kind, int Skipped = 0, bool IsApart = false)
{
    /// <summary>The letters of the folded name.</summary>
    public ulong Letters { get; } = Text.Letters.Of(Folded);
}
