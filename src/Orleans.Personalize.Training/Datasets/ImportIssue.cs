namespace Orleans.Personalize.Training.Datasets;

/// <summary>Something in a file that could not be imported.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line it begins on, counted from 1; for a json array the element, counted from 1; 0 where it is about the whole file.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ImportIssue(string File, long Line, string Reason)
{
    /// <summary>As shown to people: <c>ratings.csv:17: ...</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Reason}" : $"{File}: {Reason}";
}
