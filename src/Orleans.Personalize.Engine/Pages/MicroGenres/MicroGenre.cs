using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>The titles of a genre that have one to three marks, and perhaps only its films or its series.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Marks">Places of its marks in <see cref="MicroGenreIndex.Marks"/>, ascending.</param>
/// <param name="Id">Names the row.</param>
/// <param name="Heading">Names it for members.</param>
/// <param name="Titles">Its titles, ascending.</param>
/// <param name="Members">The same where they are many.</param>
/// <param name="Subjects">Its genre and marks, to be held against those of other rows.</param>
internal sealed record MicroGenre(Theme Genre, int[] Marks, RowId Id, string Heading, int[] Titles, TitleSet? Members, RowSubjects Subjects)
{
    /// <summary>Whether two rows would hold much the same: more titles in common than not, or all marks of one among those of the other.</summary>
    public bool IsCloseTo(MicroGenre other) =>
        (Genre.Index == other.Genre.Index && (IsWithin(Marks, other.Marks) || IsWithin(other.Marks, Marks))) || HaveMostInCommon(Titles, other.Titles);

    private static bool IsWithin(ReadOnlySpan<int> some, ReadOnlySpan<int> all)
    {
        foreach (var mark in some)
        {
            if (!all.Contains(mark)) return false;
        }

        return true;
    }

    // Jaccard's coefficient above one half: more than a third of both lengths in common. Given up as soon as too many are known to be in one alone.
    private static bool HaveMostInCommon(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var needed = ((one.Length + other.Length) / 3) + 1;
        var (mayMissOne, mayMissOther) = (one.Length - needed, other.Length - needed);
        var (i, j) = (0, 0);
        while (mayMissOne >= 0 && mayMissOther >= 0 && i < one.Length && j < other.Length)
        {
            var (left, right) = (one[i], other[j]);
            if (left <= right) i++;
            if (right <= left) j++;
            if (left < right) mayMissOne--;
            else if (right < left) mayMissOther--;
        }

        return mayMissOne - (one.Length - i) >= 0 && mayMissOther - (other.Length - j) >= 0;
    }
}
