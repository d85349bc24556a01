using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>A title that is to stand at a place.</summary>
/// <param name="Title">The title's number.</param>
/// <param name="Column">The place, counted from 0.</param>
/// <param name="Rule">The rule that says so.</param>
internal readonly record struct TitlePin(int Title, int Column, EditorialRule Rule);
