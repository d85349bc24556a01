using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Rules;

/// <summary>
/// What the operators of a service want of home pages and recommendations, beside what profiles like. No rule shows what a profile may not
/// see, hid, disliked or finished.
/// </summary>
[GenerateSerializer, Immutable, Alias("op.EditorialRule")]
public sealed record EditorialRule
{
    /// <summary>Names the rule.</summary>
    [Id(0)]
    public required RuleId Id { get; init; }

    /// <summary>What it does.</summary>
    [Id(1)]
    public required RuleAction Action { get; init; }

    /// <summary>A name for operators, at most 200 characters.</summary>
    [Id(2)]
    public string? Name { get; init; }

    /// <summary>The titles it is about, at most 100.</summary>
    [Id(3)]
    public ImmutableArray<TitleId> Titles { get; init; } = [];

    /// <summary>Or a filter expression for them; not for a pin.</summary>
    [Id(4)]
    public string? Filter { get; init; }

    /// <summary>The row it is about, or the row in which titles are pinned; they are pinned in the first row of the page where null.</summary>
    [Id(5)]
    public RowId? Row { get; init; }

    /// <summary>Or the kind of rows it is about; for boost and bury.</summary>
    [Id(6)]
    public RowKind? RowKind { get; init; }

    /// <summary>The place of a pin, counted from 1: of a row on the page, or of the first of the titles in the row or list.</summary>
    [Id(7)]
    public int? Place { get; init; }

    /// <summary>How far boost and bury move, in standard deviations of the score, above 0 to 5; 1 where null.</summary>
    [Id(8)]
    public double? Strength { get; init; }

    /// <summary>How many of the titles a cap lets onto a page, 0 to 500.</summary>
    [Id(9)]
    public int? Limit { get; init; }

    /// <summary>Only in these countries, ISO 3166-1 alpha-2; everywhere where empty.</summary>
    [Id(10)]
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Only on these screens; on all where empty.</summary>
    [Id(11)]
    public ImmutableArray<DeviceKind> Devices { get; init; } = [];

    /// <summary>Only for children's profiles (true) or only for others (false); for all where null.</summary>
    [Id(12)]
    public bool? Kids { get; init; }

    /// <summary>From when on; always where null.</summary>
    [Id(13)]
    public DateTimeOffset? Start { get; init; }

    /// <summary>Until when, the moment itself not included; for ever where null.</summary>
    [Id(14)]
    public DateTimeOffset? End { get; init; }

    /// <summary>Of two pins to one place the higher one has it and the other the next place; -1000 to 1000.</summary>
    [Id(15)]
    public int Priority { get; init; }

    /// <summary>What members are told of a pin, at most 100 characters; a general sentence where null.</summary>
    [Id(16)]
    public string? Text { get; init; }

    /// <summary>Only for profiles that belong to one of these taste communities more than to any other, by id; for all where empty.</summary>
    [Id(17)]
    public ImmutableArray<string> Communities { get; init; } = [];
}
