using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Filters;

namespace Orleans.Personalize.Conformance.Extensions;

/// <summary>What the service under test adds to the engine. It matters to titles with certain tags only, which the sample catalogue has none of.</summary>
public static class SampleExtensions
{
    /// <summary>Adds a kind of row, a part of the score and two filters, one of them an expression.</summary>
    public static void AddTo(EngineExtensions extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        extensions.Rows.Add(new FestivalRow());
        extensions.Scores.Add(new OwnProductions());
        extensions.Filters.Add(new NothingScary());
        extensions.Filters.Add(TitleFilter.Parse("not tag:withdrawn"));
    }
}
