using System.Text.Encodings.Web;

namespace Orleans.Personalize.Cli.Reports;

/// <summary>Text that is safe inside a page.</summary>
internal static class Html
{
    public static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
