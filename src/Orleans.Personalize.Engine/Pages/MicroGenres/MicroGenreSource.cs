using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>A few micro-genres, those whose genre and marks the profile likes best together, no two of them alike.</summary>
internal sealed class MicroGenreSource : IRowSource
{
    // A narrower row has fewer good titles than its genre; it must be liked for being narrow to come before it.
    private const double Narrowness = 0.85;

    // More rows of one genre or of one mark would be one row told again.
    private const int MostOfOneGenre = 2;
    private const int MostOfOneMark = 2;

    // What a mark more is worth, where all marks are liked alike: the narrower name says more.
    private const float Precision = 0.05f;

    // What one place nearer to the largest row is worth, where nothing else tells rows apart.
    private const float Largeness = 1e-6f;

    // How many times more of a decade a profile must watch than there is of it.
    private const float OwnDecade = 2;

    // A row that tells its genre again comes where little else is left.
    private const double OfDecadeAlone = 0.5;

    private const int ThemeKinds = 6;

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var index = context.Basis.MicroGenres;
        var likings = context.Workspace.MicroGenreLikings(index.MicroGenres.Length);
        FindLikings(context, index, likings);
        Span<int> best = stackalloc int[Math.Min(likings.Length, 8 * context.Options.MicroGenreRows)];
        best = best[..BestTitles.Find(index.All, likings, best)];
        var chosen = new List<MicroGenre>(context.Options.MicroGenreRows);
        Choose(best, likings, told: true, 1, chosen, context, into);
        Choose(best, likings, told: false, OfDecadeAlone, chosen, context, into);
    }

    // How much each row is liked: the mean of its genre and its marks.
    private static void FindLikings(PageContext context, MicroGenreIndex index, Span<float> likings)
    {
        Span<float> greatest = stackalloc float[ThemeKinds];
        FindGreatest(context, greatest);
        Span<float> places = stackalloc float[index.Places];
        places.Clear();
        for (var mark = 0; mark < index.Marks.Length; mark++) places[MicroGenreIndex.PlaceOfMark(mark)] = ShareOf(index.Marks[mark].Themes, context, greatest);
        for (var genre = 0; genre < index.Genres.Length; genre++) places[index.PlaceOfGenre(genre)] = ShareOf([index.Genres[genre]], context, greatest);
        var outlines = index.Outlines.AsSpan();
        for (var row = 0; row < likings.Length; row++)
        {
            ref readonly var outline = ref outlines[row];
            var sum = places[outline.Genre] + places[outline.First] + places[outline.Second] + places[outline.Third];
            var precision = sum > 0 ? Precision * outline.Marks : 0;

            // Rows stand by their size: where nothing is known, large ones lead.
            likings[row] = (sum / (1 + outline.Marks)) + precision + (Largeness * (likings.Length - row));
        }
    }

    private static void Choose(
        ReadOnlySpan<int> best, ReadOnlySpan<float> likings, bool told, double weight, List<MicroGenre> chosen, PageContext context, ICollection<RowCandidate> into)
    {
        for (var i = 0; i < best.Length && chosen.Count < context.Options.MicroGenreRows; i++)
        {
            var row = context.Basis.MicroGenres.MicroGenres[best[i]];
            if (IsTold(row, context) != told || !IsApart(row, chosen)) continue;
            chosen.Add(row);
            into.Add(CandidateOf(row, weight, likings[best[i]], context));
        }
    }

    // A decade alone tells a genre again, unless it is one that the profile seeks out. Where a catalogue says no more of its titles, it must do.
    private static bool IsTold(MicroGenre row, PageContext context)
    {
        var index = context.Basis.MicroGenres;
        foreach (var mark in row.Marks)
        {
            if (index.Marks[mark].Kind != MarkKind.Decade) return true;
        }

        return !index.HasFinerMarks || IsOwn(index.Marks[row.Marks[0]].Themes[0], context);
    }

    private static bool IsOwn(Theme decade, PageContext context)
    {
        var all = 0f;
        foreach (var theme in context.TastedThemes)
        {
            if (context.Basis.Themes[theme].Kind == ThemeKind.Decade) all += Math.Max(0, context.Workspace.Taste[theme]);
        }

        return context.Workspace.Taste[decade.Index] * context.Catalog.Count > OwnDecade * decade.Titles.Length * all;
    }

    private static bool IsApart(MicroGenre row, List<MicroGenre> chosen)
    {
        foreach (var mark in row.Marks)
        {
            var ofMark = 0;
            foreach (var other in chosen)
            {
                if (other.Marks.AsSpan().Contains(mark) && ++ofMark == MostOfOneMark) return false;
            }
        }

        var ofGenre = 0;
        foreach (var other in chosen)
        {
            if (other.Genre.Index == row.Genre.Index && ++ofGenre == MostOfOneGenre) return false;
        }

        // The dearest question last.
        foreach (var other in chosen)
        {
            if (row.IsCloseTo(other)) return false;
        }

        return true;
    }

    // Genres are liked in everything that is watched, moods and traits in some of it: each is compared with its kind.
    private static void FindGreatest(PageContext context, Span<float> greatest)
    {
        greatest.Clear();
        foreach (var index in context.TastedThemes)
        {
            ref var most = ref greatest[(int)context.Basis.Themes[index].Kind];
            most = Math.Max(most, context.Workspace.Taste[index]);
        }
    }

    // The taste of some themes together as a share of the greatest of their kind, below 1: a region is liked in all of its countries.
    private static float ShareOf(ReadOnlySpan<Theme> themes, PageContext context, ReadOnlySpan<float> greatest)
    {
        var sum = 0f;
        foreach (var theme in themes) sum += context.Workspace.Taste[theme.Index];
        return sum / (1 + Math.Max(sum, greatest[(int)themes[0].Kind]));
    }

    private static RowCandidate CandidateOf(MicroGenre row, double weight, float liking, PageContext context) => new()
    {
        Kind = RowKind.MicroGenre,
        Id = row.Id,
        Heading = row.Heading,
        Reason = context.Basis.Reasons.ForTheme(LikedMarkOf(row, context) ?? row.Genre, context),
        Titles = row.Titles,
        Members = row.Members,
        Subjects = row.Subjects,
        Weight = weight * Narrowness * Math.Exp(context.Options.TasteStrength * liking),
    };

    private static Theme? LikedMarkOf(MicroGenre row, PageContext context)
    {
        foreach (var mark in row.Marks)
        {
            if (context.Basis.MicroGenres.Marks[mark].Themes is [var theme] && context.Likes(theme)) return theme;
        }

        return null;
    }
}
