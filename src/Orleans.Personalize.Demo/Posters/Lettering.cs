using System.Net;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>Sets the name of a title on its poster, in a type and place that suit its genre.</summary>
internal static class Lettering
{
    private const double Margin = 30;

    // Above this pages lay a label over the picture.
    private const double LabelRoom = 74;

    /// <summary>Writes the name, and who made it.</summary>
    public static void Write(Canvas c, Title title, string scene)
    {
        var face = Typeface.For(title, c.Dice);
        var atTop = face.MayStandAtTop && LeavesRoomAtTop(scene) && c.Dice.Chance(0.3);
        var lines = Lines.Break(face.InCapitals ? title.Name.ToUpperInvariant() : title.Name, face.LongestLine);
        var size = Math.Min(
            face.LargestSize * (atTop ? 0.72 : 1) * (lines.Count > 3 ? 0.75 : 1),
            (Canvas.Width - (2 * Margin)) / lines.Max(line => Lines.WidthOf(line, face)));
        var step = size * face.LineHeight;
        var first = atTop ? LabelRoom + 44 + size : 556 - ((lines.Count - 1) * step);
        Shade(c, atTop, first - size);
        var x = face.IsCentred ? Canvas.Width / 2 : Margin;
        var anchor = face.IsCentred ? " text-anchor=\"middle\"" : string.Empty;
        var style = face.IsItalic ? " font-style=\"italic\"" : string.Empty;
        var fit = face.Tracking > 0 ? "spacing" : "spacingAndGlyphs";
        c.Raw($"<g font-family=\"{face.Families}\" font-weight=\"{face.Weight}\" fill=\"{c.Palette.Ink}\"{anchor}{style}>");
        for (var i = 0; i < lines.Count; i++)
        {
            c.Raw($"<text x=\"{x}\" y=\"{first + (i * step)}\" font-size=\"{Canvas.Share(size)}\"");
            c.Raw($" textLength=\"{Lines.WidthOf(lines[i], face) * size}\" lengthAdjust=\"{fit}\">{WebUtility.HtmlEncode(lines[i])}</text>");
        }

        c.Raw("</g>");
        var above = first - size - 14;
        if (!atTop && face.HasRule)
        {
            c.Rectangle(face.IsCentred ? x - 22 : x, above, 44, 3, c.Palette.Pop);
        }

        Credits(c, title, x, anchor, atTop);
    }

    private static void Credits(Canvas c, Title title, double x, string anchor, bool atTop)
    {
        var cast = title.People.Where(person => person.Role == CreditRole.Cast).Take(2).Select(person => person.Name.ToUpperInvariant()).ToArray();
        if (cast.Length == 0)
        {
            return;
        }

        var line = string.Join(" · ", cast);
        var y = atTop ? LabelRoom + 34 : 580;
        var size = line.Length > 38 ? "9" : "10.5";
        c.Raw($"<text x=\"{x}\" y=\"{y}\" font-family=\"'Helvetica Neue',Arial,sans-serif\" font-size=\"{size}\"");
        c.Raw($" letter-spacing=\"1.6\" fill=\"{c.Palette.Ink}\" opacity=\".8\"{anchor}>{WebUtility.HtmlEncode(line)}</text>");
    }

    /// <summary>Darkens the ground under the letters, from a little above them, so that they can be read on any scene.</summary>
    private static void Shade(Canvas c, bool atTop, double top)
    {
        var near = c.Palette.Near;
        if (atTop)
        {
            c.Rectangle(0, 0, Canvas.Width, 250 + LabelRoom, c.Vertical(near, 0.9, near, 0));
            c.Rectangle(0, 330, Canvas.Width, 270, c.Vertical(near, 0, near, 0.55));
            return;
        }

        var full = Math.Round(top + 10);
        c.Rectangle(0, full - 130, Canvas.Width, 130, c.Vertical(near, 0, near, 0.72));
        c.Rectangle(0, full, Canvas.Width, Canvas.Height - full, c.Vertical(near, 0.72, near, 0.97));
    }

    private static bool LeavesRoomAtTop(string scene) =>
        scene is "mountains" or "waves" or "road" or "snow" or "train" or "city";
}
