using System.Text.Json;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>The words and signs of the filter language.</summary>
internal static class FilterWords
{
    private static readonly FilterField[] Fields = Enum.GetValues<FilterField>();
    private static readonly Dictionary<string, FilterField> ByWord =
        Fields.ToDictionary(Of, field => field, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, FilterComparison> BySign = new(StringComparer.Ordinal)
    {
        ["="] = FilterComparison.Equal,
        [":"] = FilterComparison.Equal,
        ["!="] = FilterComparison.NotEqual,
        ["<"] = FilterComparison.Less,
        ["<="] = FilterComparison.AtMost,
        [">"] = FilterComparison.Greater,
        [">="] = FilterComparison.AtLeast,
    };

    /// <summary>The fields, for messages.</summary>
    public static string AllFields { get; } = string.Join(", ", Fields.Select(Of));

    /// <summary>The word of a field.</summary>
    public static string Of(FilterField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>The sign of a comparison.</summary>
    public static string Of(FilterComparison comparison) => BySign.First(entry => entry.Value == comparison).Key;

    /// <summary>The field of a word.</summary>
    public static bool TryField(string word, out FilterField field) => ByWord.TryGetValue(word, out field);

    /// <summary>The comparison of a sign.</summary>
    public static bool TryComparison(string sign, out FilterComparison comparison) => BySign.TryGetValue(sign, out comparison);

    /// <summary>Whether a field is a number.</summary>
    public static bool IsNumber(FilterField field) => field >= FilterField.Year;

    /// <summary>A name in quotation marks.</summary>
    public static string Quoted(string name) =>
        $"\"{name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
