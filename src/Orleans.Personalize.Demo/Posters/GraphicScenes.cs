namespace Orleans.Personalize.Demo.Posters;

/// <summary>Emblems and patterns.</summary>
internal static class GraphicScenes
{
    /// <summary>A pattern of quarter circles, discs and stripes.</summary>
    public static void Abstract(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Rectangle(0, 0, Canvas.Width, Canvas.Height, p.Near);
        string[] colours = [p.Sky, p.Horizon, p.Light, p.Far, p.Mid, p.Pop];
        const int Cell = 100;
        for (var row = 0; row < 5; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var pair = dice.Some(colours, 2);
                c.Rectangle(column * Cell, row * Cell, Cell, Cell, pair[0]);
                var turn = 90 * dice.Below(4);
                c.Raw($"<g transform=\"translate({(column * Cell) + 50} {(row * Cell) + 50}) rotate({turn})\">");
                Tile(c, pair[1]);
                c.Raw("</g>");
            }
        }
    }

    /// <summary>A wreath around an emblem.</summary>
    public static void Laurel(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var rays = new Outline(string.Empty);
        for (var i = 0; i < 18; i++)
        {
            var (one, other) = (i * 20 * Math.PI / 180, ((i * 20) + 9) * Math.PI / 180);
            rays.Add($"M200 235l{520 * Math.Cos(one)} {520 * Math.Sin(one)}");
            rays.Add($"L{200 + (520 * Math.Cos(other))} {235 + (520 * Math.Sin(other))}Z");
        }

        c.Path(rays, p.Light, 0.12);
        c.Glow(200, 235, 200, p.Light, 0.5);
        for (var i = 0; i < 10; i++)
        {
            var angle = 96 - (i * 16.5);
            var (radians, away, tilt) = (angle * Math.PI / 180, i % 2 == 0 ? 112 : 136, i % 2 == 0 ? -24 : 24);
            foreach (var side in new[] { 1, -1 })
            {
                c.At(200 + (side * away * Math.Cos(radians)), 235 + (away * Math.Sin(radians)), 1, () =>
                    c.Path("M0 -34Q18 -8 0 20Q-18 -8 0 -34Z", i % 2 == 0 ? p.Pop : p.Light), side * (angle + tilt));
            }
        }

        c.At(200, 235, 1.1, () => Emblem(c));
        c.Ridge(500, 10, 5, p.Near, round: true);
    }

    /// <summary>A record with its grooves, and the music below.</summary>
    public static void Vinyl(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var (x, y) = (dice.Between(150, 250), dice.Between(215, 245));
        c.Glow(x, y, 230, p.Light, 0.4);
        c.Disc(x, y, 164, p.Near);
        for (var radius = 152; radius > 66; radius -= 12)
        {
            c.Ring(x, y, radius, p.Far, 1.4, 0.75);
        }

        foreach (var turn in new[] { dice.Below(180), dice.Below(180) + 180 })
        {
            c.At(x, y, 1, () => c.Path("M0 0L-34 -160A164 164 0 0 1 34 -160Z", p.Light, 0.14), turn);
        }

        c.Disc(x, y, 58, p.Pop);
        c.Disc(x, y, 44, p.Light, 0.35);
        c.Disc(x, y, 7, p.Near);
        c.Line($"M366 60L352 190L{x + 84} {y + 70}", p.Ink, 6);
        c.Disc(366, 60, 17, p.Ink);
        c.Disc(366, 60, 8, p.Mid);
        for (var i = 0; i < 20; i++)
        {
            var high = dice.Between(18, 110) * Math.Sin((i + 1) * Math.PI / 21);
            c.Rectangle((i * 20) + 3, 490 - high, 14, high + 110, i % 3 == 0 ? p.Pop : p.Mid);
        }
    }

    /// <summary>The lanes of a track under floodlights.</summary>
    public static void Stadium(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Glow(200, 260, 280, p.Light, 0.45);
        foreach (var x in new[] { dice.Between(40, 90), dice.Between(310, 360) })
        {
            c.Line($"M{x} 110V330", p.Near, 7);
            c.Rectangle(x - 40, 82, 80, 40, p.Near);
            c.Line($"M{x - 28} 94h0m19 0h0m19 0h0m19 0h0M{x - 28} 110h0m19 0h0m19 0h0m19 0h0", p.Light, 12);
            c.Glow(x, 102, 120, p.Light, 0.7);
        }

        c.Path("M0 330Q200 270 400 330V420H0Z", p.Mid);
        c.Line("M0 322Q200 262 400 322M0 340Q200 280 400 340", p.Far, 7, 0.8);
        var turn = dice.Between(130, 270);
        c.Path($"M0 600V372Q{turn} 330 400 372V600Z", p.Pop);
        for (var i = 1; i < 7; i++)
        {
            var foot = -260 + (i * 132);
            c.Line($"M{turn - 60 + (i * 18)} 351Q{turn - 80 + (i * 20)} 420 {foot} 600", p.Ink, 3.4, 0.9);
        }

        Runner(c, dice.Between(190, 220), 372);
    }

    private static void Tile(Canvas c, string colour)
    {
        switch (c.Dice.Below(7))
        {
            case 0:
                c.Disc(0, 0, 34, colour);
                break;
            case 1:
                c.Path("M-50 -50H50V50Z", colour);
                break;
            case 2:
                c.Path("M-50 -50A50 50 0 0 1 -50 50ZM0 -50A50 50 0 0 1 0 50Z", colour);
                break;
            case 3:
                c.Path("M-50 -50h100v15h-100ZM-50 -15h100v15h-100ZM-50 20h100v15h-100Z", colour);
                break;
            case 4:
                c.Path("M-50 -50Q50 -50 50 50Q-50 50 -50 -50Z", colour);
                break;
            default:
                c.Path("M-50 -50H50A100 100 0 0 1 -50 50Z", colour);
                break;
        }
    }

    private static void Emblem(Canvas c)
    {
        var p = c.Palette;
        switch (c.Dice.Below(3))
        {
            case 0:
                c.Path("M-60 34L-70 -34L-34 -4L0 -56L34 -4L70 -34L60 34Z", p.Near);
                c.Rectangle(-60, 42, 120, 12, p.Near);
                c.Line("M-70 -40h0M0 -62h0M70 -40h0", p.Pop, 13);
                break;
            case 1:
                c.Path("M-62 -44L0 -78L62 -44V-32H-62ZM-54 -24h16v74h-16ZM-20 -24h16v74h-16ZM12 -24h16v74h-16ZM42 -24h14v74h-14ZM-64 56H64V70H-64Z", p.Near);
                break;
            default:
                c.Path("M0 -70L18 -22L68 -22L28 8L43 58L0 28L-43 58L-28 8L-68 -22L-18 -22Z", p.Near);
                break;
        }
    }

    private static void Runner(Canvas c, double x, double y) => c.At(x, y, 1, () =>
    {
        c.Disc(10, -86, 12, c.Palette.Near);
        c.Line("M4 -68L-6 -28M4 -64L30 -50L44 -66M2 -62L-26 -54L-34 -32", c.Palette.Near, 12);
        c.Line("M-6 -28L24 -10L16 32M-6 -28L-20 2L-56 6", c.Palette.Near, 14);
    });
}
