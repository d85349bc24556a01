using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names one event; a second event of the same profile with the same id is ignored.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.EventId")]
[JsonConverter(typeof(IdJsonConverter<EventId>))]
public readonly record struct EventId([property: Id(0)] string Value) : IId<EventId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static EventId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EventId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new EventId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static EventId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
