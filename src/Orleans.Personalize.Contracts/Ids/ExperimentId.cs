using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names an experiment of the operators.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.ExperimentId")]
[JsonConverter(typeof(IdJsonConverter<ExperimentId>))]
public readonly record struct ExperimentId([property: Id(0)] string Value) : IId<ExperimentId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static ExperimentId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ExperimentId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new ExperimentId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static ExperimentId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
