using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>Turns <see cref="PlayNextCounts"/> into its wire form and back.</summary>
[RegisterConverter]
internal sealed class PlayNextCountsConverter : IConverter<PlayNextCounts, PlayNextCountsSurrogate>
{
    /// <inheritdoc/>
    public PlayNextCounts ConvertFromSurrogate(in PlayNextCountsSurrogate surrogate) => new(surrogate.Title, surrogate.Next);

    /// <inheritdoc/>
    public PlayNextCountsSurrogate ConvertToSurrogate(in PlayNextCounts value) => new() { Title = value.Title, Next = value.Next };
}
