using Orleans.Personalize.Events;

namespace Orleans.Personalize.Profiles;

/// <summary>A thumb and the title it was given to.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleThumb")]
public sealed record TitleThumb
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>The thumb.</summary>
    [Id(1)]
    public required Thumb Thumb { get; init; }
}
