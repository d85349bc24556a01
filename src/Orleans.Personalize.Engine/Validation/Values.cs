using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Validation;

/// <summary>What single values must fulfil. Each returns null where nothing is wrong.</summary>
internal static class Values
{
    /// <summary>An id of a contract; <c>default</c> is none.</summary>
    public static Problem? Id<TId>(string field, TId id)
        where TId : struct, IId<TId> =>
        id.Value is null ? Required(field)
        : IdRules.IsValid(id.Value, TId.MaxLength) ? null
        : new Problem(field, IdRules.Reason(TId.MaxLength));

    /// <summary>An id that may be left out.</summary>
    public static Problem? Id<TId>(string field, TId? id)
        where TId : struct, IId<TId> => id is { } there ? Id(field, there) : null;

    /// <summary>A text of at least one character that is no blank.</summary>
    public static Problem? Text(string field, string? text, int longest)
    {
        if (text is null)
            return Required(field);
        return string.IsNullOrWhiteSpace(text) || text.Length > longest
            ? new Problem(field, $"must be 1 to {longest} characters, not only blanks")
            : null;
    }

    /// <summary>A text that may be left out.</summary>
    public static Problem? Optional(string field, string? text, int longest) =>
        text is null || text.Length <= longest ? null : new Problem(field, $"must be at most {longest} characters");

    /// <summary>Texts, each of at least one character.</summary>
    public static Problem? Texts(string field, ImmutableArray<string> texts, int most, int longest)
    {
        if (Many(field, texts, most) is { } problem)
            return problem;
        for (var i = 0; i < texts.Length; i++)
        {
            if (Text($"{field}[{i}]", texts[i], longest) is { } wrong)
                return wrong;
        }

        return null;
    }

    /// <summary>A list that is there and not too long.</summary>
    public static Problem? Many<T>(string field, ImmutableArray<T> values, int most) =>
        values.IsDefault ? Required(field)
        : values.Length > most ? new Problem(field, $"must have at most {most} entries")
        : null;

    /// <summary>A whole number within bounds.</summary>
    public static Problem? Whole(string field, int value, int least, int most) =>
        value < least || value > most ? new Problem(field, $"must be {least} to {most}") : null;

    /// <summary>A whole number within bounds that may be left out.</summary>
    public static Problem? Whole(string field, int? value, int least, int most) =>
        value is { } there ? Whole(field, there, least, most) : null;

    /// <summary>A number within bounds; not a number is none.</summary>
    public static Problem? Number(string field, double value, double least, double most) =>
        value >= least && value <= most ? null : new Problem(field, $"must be a number from {least} to {most}");

    /// <summary>A number within bounds that may be left out.</summary>
    public static Problem? Number(string field, double? value, double least, double most) =>
        value is { } there ? Number(field, there, least, most) : null;

    /// <summary>A named value of an enum.</summary>
    public static Problem? Named<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? null : new Problem(field, $"must be one of {string.Join(", ", Enum.GetNames<TEnum>().Select(CamelCase))}");

    /// <summary>A country that may be left out.</summary>
    public static Problem? Country(string field, string? code) =>
        code is null || CountryCode.IsValid(code) ? null : new Problem(field, CountryCode.Reason);

    /// <summary>A problem of a value that is not there.</summary>
    public static Problem Required(string field) => new(field, "is required");

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
