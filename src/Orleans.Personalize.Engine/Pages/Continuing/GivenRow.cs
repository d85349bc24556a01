using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Continuing;

/// <summary>A row that a page gave already.</summary>
/// <param name="Key">Its id, as <see cref="Profiles.ProfileKeys"/> remembers names.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Interest">The profile's interest in it when it was given, -1 to 1.</param>
internal readonly record struct GivenRow(ulong Key, RowKind Kind, float Interest);
