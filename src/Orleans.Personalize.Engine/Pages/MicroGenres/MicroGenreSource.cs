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
        var rows = index.MicroGenres.AsSpan();
        Span<int> best = stackalloc int[Math.Min(rows.Length, 8 * context.Options.MicroGenreRows)];
        Span<float> liking = stackalloc float[best.Length];
        var top = new TopTitles(best, liking);
        Span<float> greatest = stackalloc float[ThemeKinds];
        FindGreatest(context, greatest);
        Span<float> marks = stackalloc float[index.Marks.Length];
        for (var mark = 0; mark < marks.Length; mark++) marks[mark] = ShareOf(index.Marks[mark].Themes, context, greatest);
        Span<float> genres = stackalloc float[index.Genres.Length];
        for (var genre = 0; genre < genres.Length; genre++) genres[genre] = ShareOf([index.Genres[genre]], context, greatest);
        for (var i = 0; i < rows.Length; i++)
        {
            // Rows stand by their size: where nothing is known, large ones lead.
            var size = 1e-6f * (rows.Length - i);
            var worth = LikingOf(index.Outline(i), marks, genres) + size;
            if (worth >= top.Floor) top.Offer(i, worth);
        }

        best = best[..top.Sort()];
        var chosen = new List<MicroGenre>(context.Options.MicroGenreRows);
        Choose(best, liking, told: true, 1, chosen, context, into);
        Choose(best, liking, told: false, OfDecadeAlone, chosen, context, into);
    }

    private static void Choose(
        ReadOnlySpan<int> best, ReadOnlySpan<float> liking, bool told, double weight, List<MicroGenre> chosen, PageContext context, ICollection<RowCandidate> into)
    {
        for (var i = 0; i < best.Length && chosen.Count < context.Options.MicroGenreRows; i++)
        {
            var row = context.Basis.MicroGenres.MicroGenres[best[i]];
            if (IsTold(row, context) != told || !IsApart(row, chosen)) continue;
            chosen.Add(row);
            into.Add(CandidateOf(row, weight, liking[i], context));
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

    private static float LikingOf(ReadOnlySpan<short> outline, ReadOnlySpan<float> marks, ReadOnlySpan<float> genres)
    {
        var sum = genres[outline[0]];
        foreach (var mark in outline[1..]) sum += marks[mark];
        return (sum / outline.Length) + (sum > 0 ? Precision * (outline.Length - 1) : 0);
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
