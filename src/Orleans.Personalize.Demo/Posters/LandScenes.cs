namespace Orleans.Personalize.Demo.Posters;

/// <summary>Land and sea.</summary>
internal static class LandScenes
{
    /// <summary>Conifers in three depths under a low moon.</summary>
    public static void Forest(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var (x, y) = (dice.Between(110, 290), dice.Between(130, 210));
        c.Glow(x, y, 210, p.Light, 0.55);
        c.Disc(x, y, dice.Between(34, 62), p.Light);
        Trees(c, 330, 60, 110, 17, p.Far);
        c.Rectangle(0, 300, Canvas.Width, 300, c.Vertical(p.Horizon, 0, p.Horizon, 0.55));
        Trees(c, 410, 90, 170, 12, p.Mid);
        c.Rectangle(0, 380, Canvas.Width, 220, c.Vertical(p.Far, 0, p.Far, 0.4));
        Trees(c, 520, 150, 260, 9, p.Near);
    }

    /// <summary>Ridge behind ridge, and a sun or moon.</summary>
    public static void Mountains(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(90, 310);
        c.Glow(x, 190, 230, p.Light, 0.5);
        c.Disc(x, 190, dice.Between(38, 70), p.Light, 0.95);
        c.Ridge(300, 70, 6, p.Far);
        c.Rectangle(0, 270, Canvas.Width, 330, c.Vertical(p.Light, 0, p.Light, 0.28));
        c.Ridge(375, 60, 7, p.Mid);
        c.Rectangle(0, 350, Canvas.Width, 250, c.Vertical(p.Far, 0, p.Far, 0.45));
        c.Ridge(465, 46, 5, p.Near);
        c.Line($"M{dice.Between(150, 250)} 250q8 -9 15 0q8 -9 15 0m22 -26q6 -7 12 0q6 -7 12 0", p.Near, 2.4, 0.8);
    }

    /// <summary>A cabin in the snow.</summary>
    public static void Snow(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Glow(200, 240, 260, p.Light, 0.35);
        c.Ridge(290, 90, 5, p.Mid);
        c.Ridge(330, 50, 6, p.Far);
        c.Path("M0 410Q130 360 250 400T400 385V600H0Z", p.Light, 0.92);
        c.Path("M0 470Q150 420 400 470V600H0Z", p.Horizon);
        c.At(dice.Between(120, 240), 385, 1, () =>
        {
            c.Rectangle(0, 0, 64, 40, p.Near);
            c.Path("M-10 4L32 -30L74 4Z", p.Near);
            c.Rectangle(40, -32, 9, 24, p.Near);
            c.Rectangle(24, 14, 16, 14, p.Pop);
            c.Glow(32, 21, 60, p.Pop, 0.5);
        });
        Trees(c, 440, 70, 120, 6, p.Near);
        var flakes = new Outline(string.Empty);
        for (var i = 0; i < 70; i++)
        {
            flakes.Add($"M{dice.Between(0, 400)} {dice.Between(0, 560)}h0");
        }

        c.Line(flakes, "#fff", 3.2, 0.75);
    }

    /// <summary>A sea of curling waves with one small boat.</summary>
    public static void Waves(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(120, 280);
        c.Glow(x, 200, 220, p.Light, 0.5);
        c.Disc(x, 200, dice.Between(55, 95), p.Light);
        Swell(c, 320, 60, p.Far, 0);
        c.At(dice.Between(110, 260), 352, 1, () =>
        {
            c.Path("M-36 0H36Q28 22 0 22Q-28 22 -36 0Z", p.Near);
            c.Path("M0 -70V-6H36Q30 -46 0 -70Z", p.Ink);
            c.Path("M-4 -58V-6H-26Q-22 -34 -4 -58Z", p.Pop);
        }, dice.Between(-9, 9));
        Swell(c, 375, 74, p.Mid, 25);
        Swell(c, 440, 88, p.Horizon, 60);
        Swell(c, 500, 100, p.Near, 10);
    }

    /// <summary>Mesas, a huge sun and a cactus.</summary>
    public static void Desert(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Disc(dice.Between(150, 250), 250, 120, c.Vertical(p.Light, 1, p.Pop, 1));
        Mesa(c, dice.Between(-60, 10), 330, 170, 130, p.Far);
        Mesa(c, dice.Between(230, 290), 350, 150, 170, p.Far);
        Mesa(c, dice.Between(80, 140), 372, 110, 70, p.Mid);
        c.Path("M0 400Q120 372 240 396T400 384V600H0Z", p.Mid);
        c.Path("M0 452Q140 408 400 462V600H0Z", p.Near);
        Cactus(c, dice.Between(60, 110), 456, 1.1);
        Cactus(c, dice.Between(300, 350), 450, 0.6);
    }

    /// <summary>A road to the horizon.</summary>
    public static void Road(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(150, 250);
        c.Glow(x, 315, 250, p.Light, 0.65);
        c.Disc(x, 305, 66, p.Light);
        for (var i = 0; i < 4; i++)
        {
            c.Rectangle(0, 300 + (i * 14), Canvas.Width, 3 + i, p.Horizon, 0.8);
        }

        c.Ridge(330, 34, 8, p.Mid);
        c.Rectangle(0, 352, Canvas.Width, 250, p.Near);
        c.Path($"M{x - 7} 352H{x + 7}L370 600H30Z", p.Mid);
        var dashes = new Outline(string.Empty);
        for (var (y, size) = (362.0, 7.0); y < 600; y += size * 2, size *= 1.32)
        {
            var centre = x + ((200 - x) * (y - 352) / 248);
            var (wide, slant) = (size / 4.5, size / 14);
            dashes.Add($"M{centre - (wide / 2)} {y}h{Canvas.Share(wide)}l{Canvas.Share(slant)} {size}h-{Canvas.Share(wide + (2 * slant))}Z");
        }

        c.Path(dashes, p.Pop);
        c.At(x + 9, 366, 0.5, () =>
        {
            c.Path("M-16 0Q-14 -18 0 -18T16 0V8H-16Z", "#000", 0.85);
            c.Disc(-10, 2, 4, p.Pop);
            c.Disc(10, 2, 4, p.Pop);
        });
    }

    /// <summary>A row of conifers that stand on a line.</summary>
    public static void Trees(Canvas c, double ground, double low, double high, int count, string fill)
    {
        var dice = c.Dice;
        var d = Outline.Of($"M0 600V{ground}");
        for (var i = 0; i < count; i++)
        {
            var middle = (i + dice.Between(0.2, 0.8)) * Canvas.Width / count;
            var height = dice.Between(low, high);
            var half = height * dice.Between(0.16, 0.22);
            d.Add($"L{middle - half} {ground}");
            for (var tier = 0; tier < 3; tier++)
            {
                var (y, out_, in_) = (height * (tier + 1) / 3.4, half * (3 - tier) / 3, half * (3 - tier) / 5.4);
                d.Add($"L{middle - in_} {ground - y + (height * 0.08)}");
                if (tier < 2)
                {
                    d.Add($"H{middle - (out_ * 0.75)}");
                }
            }

            d.Add($"L{middle} {ground - height}");
            for (var tier = 2; tier >= 0; tier--)
            {
                var (y, out_, in_) = (height * (tier + 1) / 3.4, half * (3 - tier) / 3, half * (3 - tier) / 5.4);
                if (tier < 2)
                {
                    d.Add($"L{middle + (out_ * 0.75)} {ground - y + (height * 0.08)}");
                }

                d.Add($"L{middle + in_} {ground - y + (height * 0.08)}");
            }

            d.Add($"L{middle + half} {ground}");
        }

        c.Path(d.Add($"H{Canvas.Width}V600Z"), fill);
    }

    private static void Swell(Canvas c, double height, double length, string fill, double shift)
    {
        var d = Outline.Of($"M-40 600V{height}");
        for (var x = -40 - shift; x < 440; x += length)
        {
            d.Add($"Q{x + (length * 0.75)} {height + 6} {x + length} {height - 26}Q{x + (length * 0.82)} {height - 4} {x + length} {height}");
        }

        c.Path(d.Add("V600Z"), fill);
    }

    private static void Mesa(Canvas c, double x, double top, double width, double height, string fill)
    {
        var (edge, right) = (top - (height * 0.5), x + width);
        c.Path($"M{x} 600L{x + 18} {edge + 20}H{x + 34}V{edge}H{right - 30}V{edge + 26}H{right - 14}L{right + 10} 600Z", fill);
    }

    private static void Cactus(Canvas c, double x, double y, double scale) => c.At(x, y, scale, () =>
        c.Line("M0 10V-96M0 -34H-26V-66M0 -24H24V-54", c.Palette.Near, 15));
}
