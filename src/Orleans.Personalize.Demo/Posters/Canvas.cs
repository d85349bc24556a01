using System.Globalization;
using System.Text;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>A poster that is being drawn: simple shapes in, svg out. Coordinates are rounded to keep the text small.</summary>
internal sealed class Canvas(string id, Palette palette, Dice dice)
{
    private readonly StringBuilder _definitions = new();
    private readonly StringBuilder _shapes = new();
    private int _gradients;

    /// <summary>Width in user units.</summary>
    public static double Width => PosterArtist.Width;

    /// <summary>Height in user units.</summary>
    public static double Height => PosterArtist.Height;

    /// <summary>The colours.</summary>
    public Palette Palette => palette;

    /// <summary>Chance, the same for the same poster each time.</summary>
    public Dice Dice => dice;

    /// <summary>A number as it is written in the svg.</summary>
    public static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A share such as an opacity, with two digits.</summary>
    public static string Share(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds markup as it is.</summary>
    public void Raw(string markup) => _shapes.Append(markup);

    /// <summary>Adds markup whose numbers are rounded.</summary>
    public void Raw(Outline markup) => _shapes.Append(markup);

    /// <summary>A rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string fill, double opacity = 1) =>
        Raw($"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{Paint(fill, opacity)}/>");

    /// <summary>A disc.</summary>
    public void Disc(double x, double y, double radius, string fill, double opacity = 1) =>
        Raw($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Share(radius)}\"{Paint(fill, opacity)}/>");

    /// <summary>A circle's line.</summary>
    public void Ring(double x, double y, double radius, string colour, double width, double opacity = 1) =>
        Raw($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{Stroke(colour, width, opacity)}/>");

    /// <summary>An ellipse.</summary>
    public void Ellipse(double x, double y, double radiusX, double radiusY, string fill, double opacity = 1) =>
        Raw($"<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{radiusX}\" ry=\"{radiusY}\"{Paint(fill, opacity)}/>");

    /// <summary>A filled path.</summary>
    public void Path(string d, string fill, double opacity = 1) => Raw($"<path d=\"{d}\"{Paint(fill, opacity)}/>");

    /// <summary>A filled path.</summary>
    public void Path(Outline d, string fill, double opacity = 1) => Path(d.ToString(), fill, opacity);

    /// <summary>A drawn line along a path.</summary>
    public void Line(string d, string colour, double width, double opacity = 1) =>
        Raw($"<path d=\"{d}\" stroke-linecap=\"round\"{Stroke(colour, width, opacity)}/>");

    /// <summary>A drawn line along a path.</summary>
    public void Line(Outline d, string colour, double width, double opacity = 1) => Line(d.ToString(), colour, width, opacity);

    /// <summary>Draws something moved, scaled and turned.</summary>
    public void At(double x, double y, double scale, Action draw, double degrees = 0)
    {
        Raw($"<g transform=\"translate({x} {y}) rotate({degrees}) scale({Share(scale)})\">");
        draw();
        Raw("</g>");
    }

    /// <summary>Draws something that can be seen inside a path only.</summary>
    public void Inside(string d, Action draw)
    {
        var name = $"{id}{_gradients++}";
        _definitions.Append($"<clipPath id=\"{name}\"><path d=\"{d}\"/></clipPath>");
        Raw($"<g clip-path=\"url(#{name})\">");
        draw();
        Raw("</g>");
    }

    /// <summary>A gradient from top to bottom; returns what to fill with.</summary>
    public string Vertical(string top, double topOpacity, string bottom, double bottomOpacity) =>
        Gradient("linearGradient", "x2=\"0\" y2=\"1\"", top, topOpacity, bottom, bottomOpacity);

    /// <summary>A gradient from left to right; returns what to fill with.</summary>
    public string Horizontal(string left, string right) => Gradient("linearGradient", string.Empty, left, 1, right, 1);

    /// <summary>A gradient from the middle outwards; returns what to fill with.</summary>
    public string Radial(string inner, double innerOpacity, string outer, double outerOpacity) =>
        Gradient("radialGradient", string.Empty, inner, innerOpacity, outer, outerOpacity);

    /// <summary>The background from top to bottom.</summary>
    public void Sky(string? top = null, string? bottom = null) =>
        Rectangle(0, 0, Width, Height, Vertical(top ?? palette.Sky, 1, bottom ?? palette.Horizon, 1));

    /// <summary>A soft light.</summary>
    public void Glow(double x, double y, double radius, string colour, double opacity) =>
        Disc(x, y, radius, Radial(colour, opacity, colour, 0));

    /// <summary>Scattered points of light.</summary>
    public void Stars(int count, double below)
    {
        Outline[] paths = [new(string.Empty), new(string.Empty)];
        for (var i = 0; i < count; i++)
        {
            paths[i % 5 == 0 ? 1 : 0].Add($"M{dice.Between(0, Width)} {dice.Between(0, below)}h0");
        }

        Line(paths[0], palette.Light, 1.6, 0.75);
        Line(paths[1], palette.Light, 3, 0.9);
    }

    /// <summary>A range of hills from edge to edge, filled down to the lower border.</summary>
    /// <param name="height">Its middle height.</param>
    /// <param name="swing">How far it goes up and down.</param>
    /// <param name="steps">How many points it has.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="round">Whether it is of curves rather than of straight lines.</param>
    public void Ridge(double height, double swing, int steps, string fill, bool round = false)
    {
        var d = Outline.Of($"M0 {Height}V{height + dice.Between(-swing, swing)}");
        var step = Width / steps;
        for (var i = 1; i <= steps; i++)
        {
            var sign = i % 2 == 0 ? 1 : -1;
            var y = height + (sign * dice.Between(0.15 * swing, swing));
            if (round)
            {
                d.Add($"Q{(i - 0.5) * step} {y - (sign * swing)} {i * step} {height}");
            }
            else
            {
                d.Add($"L{i * step} {y}");
            }
        }

        Path(d.Add($"V{Height}Z"), fill);
    }

    /// <summary>The whole poster.</summary>
    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Number(Width)} {Number(Height)}\" role=\"img\"><defs>{_definitions}</defs>{_shapes}</svg>";

    private static string Paint(string fill, double opacity) => opacity >= 1 ? $" fill=\"{fill}\"" : $" fill=\"{fill}\" opacity=\"{Share(opacity)}\"";

    private static string Stroke(string colour, double width, double opacity) =>
        $" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Share(width)}\"{(opacity < 1 ? $" opacity=\"{Share(opacity)}\"" : string.Empty)}";

    private string Gradient(string kind, string direction, string first, double firstOpacity, string last, double lastOpacity)
    {
        var name = $"{id}{_gradients++}";
        _definitions
            .Append($"<{kind} id=\"{name}\" {direction}>")
            .Append(Stop(0, first, firstOpacity))
            .Append(Stop(1, last, lastOpacity))
            .Append($"</{kind}>");
        return $"url(#{name})";
    }

    private static string Stop(int offset, string colour, double opacity) =>
        $"<stop offset=\"{offset}\" stop-color=\"{colour}\"{(opacity < 1 ? $" stop-opacity=\"{Share(opacity)}\"" : string.Empty)}/>";
}
