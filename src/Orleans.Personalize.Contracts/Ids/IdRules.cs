using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Orleans.Personalize;

/// <summary>Which texts may be an id.</summary>
public static class IdRules
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\u007f', '/']);

    /// <summary>
    /// Whether <paramref name="value"/> is 1 to <paramref name="maxLength"/> characters without control characters, '/' or outer blanks. Half a
    /// surrogate pair is no character: in UTF-8 all of them would be the same.
    /// </summary>
    public static bool IsValid([NotNullWhen(true)] string? value, int maxLength) =>
        value is { Length: > 0 }
        && value.Length <= maxLength
        && !value.AsSpan().ContainsAny(Forbidden)
        && !char.IsWhiteSpace(value[0])
        && !char.IsWhiteSpace(value[^1])
        && IsWellFormed(value);

    /// <summary>The sentence to show when a value is not a valid id.</summary>
    public static string Reason(int maxLength) =>
        $"must be 1 to {maxLength} characters, without control characters, '/' or blanks at either end";

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (!char.IsHighSurrogate(value[i]) || ++i == value.Length || !char.IsLowSurrogate(value[i]))
                return false;
        }

        return true;
    }
}
