using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names one of the pictures of a title, unique within the title.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.ArtworkId")]
[JsonConverter(typeof(IdJsonConverter<ArtworkId>))]
public readonly record struct ArtworkId([property: Id(0)] string Value) : IId<ArtworkId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static ArtworkId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArtworkId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new ArtworkId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static ArtworkId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
