using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Orleans.Personalize.Json;

namespace Orleans.Personalize;

/// <summary>Names one profile: one person's taste within an account.</summary>
/// <param name="Value">1 to 128 characters, no control characters and no '/'.</param>
[GenerateSerializer, Immutable, Alias("op.ProfileId")]
[JsonConverter(typeof(IdJsonConverter<ProfileId>))]
public readonly record struct ProfileId([property: Id(0)] string Value) : IId<ProfileId>
{
    /// <inheritdoc/>
    public static int MaxLength => 128;

    /// <inheritdoc/>
    public static ProfileId Create(string value) => new(value);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProfileId result)
    {
        result = IdRules.IsValid(s, MaxLength) ? new ProfileId(s) : default;
        return result.Value is not null;
    }

    /// <inheritdoc/>
    public static ProfileId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(IdRules.Reason(MaxLength));

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
