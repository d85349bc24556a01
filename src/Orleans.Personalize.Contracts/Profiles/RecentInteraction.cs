namespace Orleans.Personalize.Profiles;

/// <summary>One remembered interaction.</summary>
[GenerateSerializer, Immutable, Alias("op.RecentInteraction")]
public sealed record RecentInteraction
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>When.</summary>
    [Id(1)]
    public required DateTimeOffset Time { get; init; }

    /// <summary>-1 (strongly against) to 1 (strongly for).</summary>
    [Id(2)]
    public required double Strength { get; init; }
}
