using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names a row within a page, for example <c>genre:drama</c>; the same theme has the same id on every page.</summary>
/// <param name="Value">1 to 160 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.RowId")]
[JsonConverter(typeof(IdJsonConverter<RowId>))]
public readonly record struct RowId([property: Id(0)] string Value) : IId<RowId>
{
    /// <inheritdoc/>
    public static int MaxLength => 160;

    /// <inheritdoc/>
    public static RowId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RowId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new RowId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static RowId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
