namespace Orleans.Personalize.Engine.Titles;

/// <summary>A consequence of one profile's event for the title that owns the count.</summary>
/// <param name="Title">Number of the title that owns the count.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Time">When.</param>
/// <param name="Weight">How strongly; 1 is one full play.</param>
/// <param name="Next">For <see cref="TitleOutcomeKind.PlayedNext"/>, the number of the title that was played; for <see cref="TitleOutcomeKind.OpenedAfterSearch"/>,
/// the number that the search is known by; otherwise -1.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country it happened in, where known.</param>
public readonly record struct TitleOutcome(int Title, TitleOutcomeKind Kind, DateTimeOffset Time, float Weight, int Next, string? Country)
{
    /// <summary>When in the week and on what screen it was played, see <see cref="Occasions.Occasion.Number"/>; 0 where nobody knows.</summary>
    public int Occasion { get; init; }

    /// <summary>For <see cref="TitleOutcomeKind.Played"/>, the taste community that the profile belongs to most, by its <see cref="Communities.ModelCommunity.Number"/>; null where it belongs to none.</summary>
    public int? Community { get; init; }
}
