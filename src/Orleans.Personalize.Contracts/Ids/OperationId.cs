using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names something that is to be done once, however often it is asked for.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.OperationId")]
[JsonConverter(typeof(IdJsonConverter<OperationId>))]
public readonly record struct OperationId([property: Id(0)] string Value) : IId<OperationId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static OperationId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OperationId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new OperationId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static OperationId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
