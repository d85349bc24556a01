namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What a row tells of its titles: its genre, and the mood, origin, trait or time that goes with it. Rows that share one are near one another.</summary>
internal readonly struct RowSubjects
{
    private readonly ulong _bits;
    private readonly short[]? _subjects;

    private RowSubjects(params short[] subjects)
    {
        _subjects = subjects;
        foreach (var subject in subjects) _bits |= 1UL << (subject & 63);
    }

    /// <summary>The subject of the row of a genre.</summary>
    /// <param name="genre">Its place among the genres that make rows.</param>
    public static RowSubjects OfGenre(int genre) => new((short)genre);

    /// <summary>The subjects of a micro-genre.</summary>
    /// <param name="genre">The place of its genre among the genres that make rows.</param>
    /// <param name="marks">The places of its marks.</param>
    public static RowSubjects OfMicroGenre(int genre, ReadOnlySpan<int> marks)
    {
        var subjects = new short[1 + marks.Length];
        subjects[0] = (short)genre;
        for (var i = 0; i < marks.Length; i++) subjects[1 + i] = (short)~marks[i];
        return new RowSubjects(subjects);
    }

    /// <summary>Whether they have one in common. Most have none, which takes no more than one look.</summary>
    public bool IsNear(in RowSubjects other) => (_bits & other._bits) != 0 && _subjects.AsSpan().ContainsAny(other._subjects);
}
