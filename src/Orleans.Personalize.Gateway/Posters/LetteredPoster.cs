using System.Globalization;
using System.Net;
using System.Text;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Posters;

/// <summary>
/// Draws a poster from nothing but a title's name, year and genres: colours follow the first genre, composition and lettering the id.
/// The same title always looks the same.
/// </summary>
internal static class LetteredPoster
{
    private const int Width = 300;
    private const int Height = 450;
    private const int Margin = 24;
    private const int Smallest = 18;

    /// <summary>An SVG document of 300 x 450, without scripts.</summary>
    public static string Draw(Title title)
    {
        var seed = Hash(title.Id.Value);
        var hue = (int)((Hash(title.Genres is [var genre, ..] ? genre : title.Id.Value) % 360) + (seed % 64));
        var serif = ((seed >> 8) & 1) == 1;
        var lines = Wrap(title.Name, out var size);
        var top = Height - 66 - (lines.Count * size * 1.02);

        var svg = new StringBuilder(2_048);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}' width='{Width}' height='{Height}'>");
        svg.Append(CultureInfo.InvariantCulture, $"<defs><linearGradient id='s' x2='.4' y2='1'><stop stop-color='hsl({hue},62%,46%)'/><stop offset='.55' stop-color='hsl({hue + 28},58%,24%)'/><stop offset='1' stop-color='hsl({hue + 48},48%,8%)'/></linearGradient>");
        svg.Append(CultureInfo.InvariantCulture, $"<linearGradient id='f' x2='0' y2='1'><stop offset='.35' stop-color='hsl({hue + 48},48%,6%)' stop-opacity='0'/><stop offset='1' stop-color='hsl({hue + 48},48%,5%)' stop-opacity='.92'/></linearGradient></defs>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width='{Width}' height='{Height}' fill='url(#s)'/>");
        AppendMotif(svg, seed, hue);
        svg.Append(CultureInfo.InvariantCulture, $"<rect width='{Width}' height='{Height}' fill='url(#f)'/>");
        svg.Append(CultureInfo.InvariantCulture, $"<g fill='#fff' font-family=\"{(serif ? "Georgia,'Liberation Serif',serif" : "Inter,'Helvetica Neue','Segoe UI',Arial,sans-serif")}\" font-weight='{(serif ? 700 : 800)}' font-size='{size}' letter-spacing='{(serif ? "0" : "-.5")}'>");
        for (var i = 0; i < lines.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x='{Margin}' y='{top + (size * 1.02 * (i + 0.8)):0.#}'>{Escape(lines[i])}</text>");
        svg.Append("</g>");
        AppendFoot(svg, title, hue);
        return svg.Append("</svg>").ToString();
    }

    private static void AppendMotif(StringBuilder svg, uint seed, int hue)
    {
        var x = 60 + (seed >> 3) % 180;
        var y = 90 + (seed >> 11) % 110;
        svg.Append(CultureInfo.InvariantCulture, $"<g fill='none' stroke='hsl({hue - 18},80%,78%)'>");
        switch (seed % 5)
        {
            case 0:
                for (var r = 22; r < 330; r += 22)
                    svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{x}' cy='{y}' r='{r}' stroke-opacity='{0.5 - (r / 700.0):0.##}' stroke-width='1.5'/>");
                break;
            case 1:
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{x}' cy='{y + 20}' r='84' fill='hsl({hue - 30},85%,72%)' stroke='none'/>");
                for (var i = 0; i < 6; i++)
                    svg.Append(CultureInfo.InvariantCulture, $"<rect x='0' y='{y + 28 + (i * 15)}' width='{Width}' height='{3 + (i * 2)}' fill='hsl({hue + 20},60%,28%)' stroke='none'/>");
                break;
            case 2:
                for (var i = 0; i < 11; i++)
                    svg.Append(CultureInfo.InvariantCulture, $"<path d='M{-160 + (i * 46)} {Height}L{60 + (i * 46)} 0' stroke-opacity='{0.1 + (0.05 * ((seed >> i) % 7)):0.##}' stroke-width='{2 + ((seed >> (i + 2)) % 16)}'/>");
                break;
            case 3:
                for (var i = 0; i < 4; i++)
                    svg.Append(CultureInfo.InvariantCulture, $"<path d='M0 {170 + (i * 44)}Q{x} {90 + (i * 44) + ((seed >> i) % 60)} {Width / 2} {176 + (i * 40)}T{Width} {150 + (i * 46)}V{Height}H0Z' fill='hsl({hue + (i * 14)},56%,{40 - (i * 8)}%)' stroke='none'/>");
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{x}' cy='96' r='26' fill='hsl({hue - 30},90%,86%)' stroke='none'/>");
                break;
            default:
                for (var i = 0; i < 60; i++)
                    svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{15 + (i % 10 * 30)}' cy='{24 + (i / 10 * 46)}' r='{2 + ((seed >> (i % 23)) % 11)}' fill='hsl({hue - 18},80%,78%)' fill-opacity='.28' stroke='none'/>");
                break;
        }

        svg.Append("</g>");
    }

    private static void AppendFoot(StringBuilder svg, Title title, int hue)
    {
        var year = title.Year?.ToString(CultureInfo.InvariantCulture);
        var genre = title.Genres is [var first, ..] ? first : null;
        var words = string.Join("  ·  ", new[] { year, genre is null ? null : Shorten(genre, goesOn: false) }.Where(w => w is not null));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x='{Margin}' y='{Height - 58}' width='34' height='3' fill='hsl({hue - 18},85%,72%)'/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x='{Margin}' y='{Height - 30}' fill='#fff' fill-opacity='.78' font-family=\"Inter,'Helvetica Neue','Segoe UI',Arial,sans-serif\" font-size='13' letter-spacing='.4'>{Escape(words)}</text>");
    }

    /// <summary>Breaks a name into at most five lines and picks the largest lettering, in SVG units, that they fit in.</summary>
    private static List<string> Wrap(string name, out int size)
    {
        for (size = 50; size > Smallest; size -= 4)
        {
            var breadth = (Width - (2 * Margin)) / (double)size;
            var lines = Break(name, breadth);
            if (lines.Count <= (size > 34 ? 3 : 5) && lines.TrueForAll(line => Breadth(line) <= breadth))
                return lines;
        }

        var small = Break(name, (Width - (2 * Margin)) / (double)Smallest);
        return [.. small.Take(6).Select((line, i) => Shorten(line, i == 5 && small.Count > 6))];
    }

    private static List<string> Break(string name, double breadth)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Breadth(lines[^1]) + Breadth(word) + 0.28 <= breadth)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>About how broad a line of bold lettering is, in units of its size.</summary>
    private static double Breadth(string line) => line.Sum(c => c switch
    {
        ' ' => 0.28,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '!' or '\'' or '|' => 0.36,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
        >= 'A' and <= 'Z' => 0.72,
        <= '\u024F' => 0.58,
        _ => 0.95,
    });

    private static string Shorten(string line, bool goesOn)
    {
        const int Longest = 24;
        if (line.Length <= Longest)
            return goesOn ? line + "…" : line;
        return line[..(char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
    }

    /// <summary>Escapes markup, and drops what XML cannot hold.</summary>
    private static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))
                clean.Append(rune);
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }

    /// <summary>FNV-1a over the UTF-16 text (Fowler, Noll, Vo), with a final mix.</summary>
    private static uint Hash(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16_777_619u;
        hash ^= hash >> 15;
        return hash * 2_246_822_519u ^ (hash >> 13);
    }
}
