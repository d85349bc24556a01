using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names one composed home page, so that events can say where on which page they happened.</summary>
/// <param name="Value">1 to 64 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.PageId")]
[JsonConverter(typeof(IdJsonConverter<PageId>))]
public readonly record struct PageId([property: Id(0)] string Value) : IId<PageId>
{
    /// <inheritdoc/>
    public static int MaxLength => 64;

    /// <inheritdoc/>
    public static PageId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PageId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new PageId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static PageId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
