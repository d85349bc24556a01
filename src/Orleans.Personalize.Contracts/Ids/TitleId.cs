using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names a title of the catalogue: a film or a whole series.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.TitleId")]
[JsonConverter(typeof(IdJsonConverter<TitleId>))]
public readonly record struct TitleId([property: Id(0)] string Value) : IId<TitleId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static TitleId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TitleId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new TitleId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static TitleId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
