using Orleans.Personalize.Events;

namespace Orleans.Personalize.Pages;

/// <summary>What a profile said of a title of its taste survey.</summary>
[GenerateSerializer, Immutable, Alias("op.SurveyAnswer")]
public sealed record SurveyAnswer
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Whether it is liked.</summary>
    [Id(1)]
    public Thumb Thumb { get; init; } = Thumb.Up;
}
