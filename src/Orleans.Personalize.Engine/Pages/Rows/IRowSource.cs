namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>Proposes the rows of one kind. Which of them stand on the page, and where, is decided for all kinds together.</summary>
public interface IRowSource
{
    /// <summary>Adds the rows that make sense for this profile now; possibly none.</summary>
    /// <param name="page">For whom and when.</param>
    /// <param name="into">Receives the rows, each made for this answer alone.</param>
    void Propose(PageView page, ICollection<RowCandidate> into);
}
