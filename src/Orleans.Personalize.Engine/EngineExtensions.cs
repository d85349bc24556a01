using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Scoring;

namespace Orleans.Personalize.Engine;

/// <summary>
/// What a service adds to the engine: its own kinds of rows, parts of the score and filters, beside the built-in ones. Whoever composes a host fills
/// the lists before it starts; every silo of a cluster needs the same.
/// </summary>
/// <remarks>
/// Extensions are called by many answers at once and for as long as the host runs, also when catalogue and model change. They are held to the rules of
/// the engine: the outcome depends on nothing but the arguments, and nothing is waited for. What one throws fails the answer.
/// </remarks>
public sealed class EngineExtensions
{
    /// <summary>How pages are composed for everybody, such as what an experiment showed to be better.</summary>
    public PageOptions Pages { get; set; } = PageOptions.Default;

    /// <summary>Propose rows of home pages, after the built-in kinds.</summary>
    public IList<IRowSource> Rows { get; } = [];

    /// <summary>Add parts to the score of every title, wherever titles are ranked for a profile; their names must differ.</summary>
    public IList<IScoreSource> Scores { get; } = [];

    /// <summary>Decide which titles may be shown at all; a title must pass every one of them.</summary>
    public IList<ITitleFilter> Filters { get; } = [];
}
