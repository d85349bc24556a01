namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>Proposes the rows of one kind. Which of them stand on the page, and where, is decided for all kinds together.</summary>
internal interface IRowSource
{
    /// <summary>Adds the rows that make sense for this profile now; possibly none.</summary>
    void Propose(PageContext context, List<RowCandidate> into);
}
