using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What an event made of a profile's state.</summary>
/// <param name="State">The new state; the old one itself where the event was a repeat.</param>
/// <param name="IsDuplicate">Whether an event with the same id was applied before.</param>
/// <param name="Outcomes">What the event means for titles; the host hands each to the title that owns the count.</param>
public sealed record ProfileTransition(ProfileState State, bool IsDuplicate, ImmutableArray<TitleOutcome> Outcomes);
