using System.Collections.Immutable;

namespace Orleans.Personalize.Pages;

/// <summary>
/// Which titles a caller wants to see at all: those that pass the filter, are on the list of included ones and are not on the list of
/// excluded ones. It narrows an answer and never widens it: what a profile may not see stays out.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.TitleSelection")]
public sealed record TitleSelection
{
    /// <summary>The longest filter, in characters.</summary>
    public const int MaxFilterLength = 2000;

    /// <summary>The longest list of titles.</summary>
    public const int MaxTitles = 1000;

    /// <summary>A filter expression, at most 2,000 characters, such as <c>genre:Drama and year&gt;=1990</c>; null for every title.</summary>
    [Id(0)]
    public string? Filter { get; init; }

    /// <summary>Only these titles, at most 1,000; empty for every title. Ids that name nothing are passed over.</summary>
    [Id(1)]
    public ImmutableArray<TitleId> Include { get; init; } = [];

    /// <summary>Not these titles, at most 1,000.</summary>
    [Id(2)]
    public ImmutableArray<TitleId> Exclude { get; init; } = [];
}
