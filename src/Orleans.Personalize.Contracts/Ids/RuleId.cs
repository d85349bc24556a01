using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names a rule of the operators.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.RuleId")]
[JsonConverter(typeof(IdJsonConverter<RuleId>))]
public readonly record struct RuleId([property: Id(0)] string Value) : IId<RuleId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static RuleId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RuleId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new RuleId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static RuleId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
