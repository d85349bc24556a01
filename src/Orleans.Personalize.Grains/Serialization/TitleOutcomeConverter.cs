using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>Turns <see cref="TitleOutcome"/> into its wire form and back.</summary>
[RegisterConverter]
internal sealed class TitleOutcomeConverter : IConverter<TitleOutcome, TitleOutcomeSurrogate>
{
    /// <inheritdoc/>
    public TitleOutcome ConvertFromSurrogate(in TitleOutcomeSurrogate surrogate) =>
        new(surrogate.Title, (TitleOutcomeKind)surrogate.Kind, surrogate.Time, surrogate.Weight, surrogate.Next, surrogate.Country)
        {
            Occasion = surrogate.Occasion,
            Community = surrogate.Community,
        };

    /// <inheritdoc/>
    public TitleOutcomeSurrogate ConvertToSurrogate(in TitleOutcome value) => new()
    {
        Title = value.Title,
        Kind = (int)value.Kind,
        Time = value.Time,
        Weight = value.Weight,
        Next = value.Next,
        Country = value.Country,
        Occasion = value.Occasion,
        Community = value.Community,
    };
}
