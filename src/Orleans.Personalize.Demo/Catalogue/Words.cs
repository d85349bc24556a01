using System.Globalization;
using System.Text;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>Small rules of spelling.</summary>
internal static class Words
{
    private const string Marked = "àáâãäåçèéêëìíîïñòóôõöøùúûüýğışčž";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuygiscz";

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text after "a" or "an".</summary>
    public static string WithArticle(string text) => ("aeiouAEIOU".Contains(text[0], StringComparison.Ordinal) ? "an " : "a ") + text;

    /// <summary>The text in lower-case ASCII letters, digits and single hyphens, fit for an id or an address.</summary>
    public static string Slug(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture))
        {
            var plain = Marked.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : c;
            if (char.IsAsciiLetterOrDigit(plain))
            {
                result.Append(plain);
            }
            else if (c != '\'' && result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }
}
