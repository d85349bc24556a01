using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>A row for every genre; how well the profile likes it decides where it stands.</summary>
internal sealed class GenreSource : IRowSource
{
    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var themes = context.Basis.RowThemes;
        for (var i = 0; i < themes.Genres.Length; i++)
        {
            var genre = themes.Genres[i];
            into.Add(new RowCandidate
            {
                Kind = RowKind.Genre,
                Id = new RowId(genre.Key),
                Heading = genre.Name,
                Reason = context.Basis.Reasons.ForTheme(genre, context),
                Titles = genre.Titles.AsMemory(),
                Members = themes.Members[i],
                Subjects = themes.Subjects[i],
                Weight = context.TasteWeight(context.Workspace.Taste[genre.Index]),
            });
        }
    }
}
