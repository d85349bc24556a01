using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance.Extensions;

/// <summary>Children see nothing scary, whatever its age rating.</summary>
public sealed class NothingScary : ITitleFilter
{
    /// <inheritdoc/>
    public bool Concerns(in Viewer viewer) => viewer.Settings.Kids;

    /// <inheritdoc/>
    public bool Allows(Title title, in Viewer viewer) => !title.Tags.Contains("scary");
}
