using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Says in plain words why json was refused.</summary>
internal static partial class JsonReasons
{
    /// <summary>The property and the reason, such as <c>year: has a value of the wrong kind</c>.</summary>
    public static string Of(Exception exception)
    {
        if (exception is NotSupportedException)
        {
            return "type: is missing";
        }

        var message = Position().Replace(exception.Message, string.Empty);
        if (Missing().Match(message) is { Success: true } missing)
        {
            return $"{missing.Groups["names"].Value} missing";
        }

        if (Unmapped().Match(message) is { Success: true } unmapped)
        {
            return $"there is no property '{unmapped.Groups["name"].Value}'";
        }

        var reason = message.Contains("could not be converted to", StringComparison.Ordinal) ? "has a value of the wrong kind" : message;
        var path = (exception as JsonException)?.Path?.TrimStart('$').TrimStart('.');
        return string.IsNullOrEmpty(path) ? reason : $"{path}: {reason}";
    }

    [GeneratedRegex(@"\s*(Path: .*?\|\s*)?LineNumber: \d+ \| BytePositionInLine: \d+\.?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Position();

    [GeneratedRegex("missing required properties including: (?<names>.+?)\\.?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("The JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unmapped();
}
