using System.Text;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>A part of a filter that is true or false of each title by itself.</summary>
internal abstract class FilterNode
{
    /// <summary>Whether it is true of a title.</summary>
    public abstract bool Matches(Title title);

    /// <summary>Fills a set with the titles it is true of; what the set held is lost.</summary>
    /// <param name="index">The titles.</param>
    /// <param name="into">A set over them.</param>
    public abstract void Fill(FilterIndex index, TitleSet into);

    /// <summary>Writes it so that it reads back as the same.</summary>
    public abstract void Print(StringBuilder into);
}
