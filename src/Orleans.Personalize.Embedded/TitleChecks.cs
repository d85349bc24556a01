using Orleans.Personalize.Engine;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded;

/// <summary>Says of a title that was sent whether it may enter the catalogue.</summary>
internal static class TitleChecks
{
    public static TitleWriteResult Check(Title? title)
    {
        if (title is null)
            return new TitleWriteResult { Accepted = false, Field = "titles", Reason = "must not hold null" };

        TitleId? id = title.Id.Value is null ? null : title.Id;
        return PersonalizationEngine.Check(title) is { } problem
            ? new TitleWriteResult { Id = id, Accepted = false, Field = problem.Field, Reason = problem.Reason }
            : new TitleWriteResult { Id = id, Accepted = true };
    }
}
