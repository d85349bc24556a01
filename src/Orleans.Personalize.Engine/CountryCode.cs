using System.Diagnostics.CodeAnalysis;

namespace Orleans.Personalize.Engine;

/// <summary>Countries by their ISO 3166-1 alpha-2 codes.</summary>
internal static class CountryCode
{
    /// <summary>The sentence to show when a value is no code.</summary>
    public const string Reason = "must be two capital letters, an ISO 3166-1 alpha-2 code";

    private const int Letters = 26;

    // One string for each code, so that a million profiles do not hold a million copies.
    private static readonly string[] All =
        [.. Enumerable.Range(0, Letters * Letters).Select(number => $"{(char)('A' + (number / Letters))}{(char)('A' + (number % Letters))}")];

    /// <summary>How many codes can be formed.</summary>
    public static int Count => All.Length;

    /// <summary>The number of a valid code, from 0.</summary>
    public static int ToNumber(string code) => ((code[0] - 'A') * Letters) + (code[1] - 'A');

    /// <summary>The code of a number; always the same string.</summary>
    public static string FromNumber(int number) => All[number];

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsValid([NotNullWhen(true)] string? code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];
}
