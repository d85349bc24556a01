using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>More with the people whom the profile likes best.</summary>
internal sealed class PersonSource : IRowSource
{
    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var most = context.Options.PersonRows;
        if (most == 0) return;
        Span<int> people = stackalloc int[most];
        Span<float> liking = stackalloc float[most];
        var top = new TopTitles(people, liking);
        foreach (var index in context.TastedThemes)
        {
            var theme = context.Basis.Themes[index];
            if (theme.Kind == ThemeKind.Person && context.Likes(theme) && theme.Titles.Length >= context.Options.MinimumTitles)
                top.Offer(index, context.Workspace.Taste[index]);
        }

        var count = top.Sort();
        foreach (var index in people[..count])
        {
            var person = context.Basis.Themes[index];
            into.Add(new RowCandidate
            {
                Kind = RowKind.Person,
                Id = new RowId(person.Key),
                Heading = context.Basis.RowThemes.MoreOf(person, context.Catalog),
                Reason = context.Basis.Reasons.LikedTheme(person),
                Titles = person.Titles.AsMemory(),
                Weight = context.TasteWeight(context.Workspace.Taste[index]),
            });
        }
    }
}
