namespace Orleans.Personalize.Demo.Posters;

/// <summary>What people have built.</summary>
internal static class BuiltScenes
{
    /// <summary>A skyline with lit windows.</summary>
    public static void City(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var (x, y) = (dice.Between(110, 290), dice.Between(170, 230));
        c.Glow(x, y, 240, p.Light, 0.5);
        c.Disc(x, y, dice.Between(60, 100), c.Vertical(p.Light, 1, p.Pop, 1), 0.95);
        Skyline(c, 300, 120, 24, 40, p.Far, windows: 0);
        c.Rectangle(0, 300, Canvas.Width, 300, c.Vertical(p.Horizon, 0, p.Horizon, 0.5));
        Skyline(c, 370, 120, 30, 54, p.Mid, windows: 26);
        Skyline(c, 455, 90, 44, 70, p.Near, windows: 30);
    }

    /// <summary>A castle on a rock.</summary>
    public static void Castle(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Glow(200, 230, 240, p.Light, 0.55);
        c.Disc(dice.Between(120, 280), dice.Between(150, 210), dice.Between(50, 84), p.Light, 0.95);
        c.Ridge(340, 60, 6, p.Far);
        c.Path("M40 600Q90 420 150 400H262Q330 430 372 600Z", p.Mid);
        foreach (var (at, wide, high) in new[] { (132, 34, 110), (178, 46, 180), (232, 38, 140), (262, 24, 84) })
        {
            Tower(c, at + dice.Between(-6, 6), wide, high + dice.Between(-24, 28));
        }

        c.Rectangle(128, 350, 152, 60, p.Near);
        c.Path("M188 410V384Q203 360 218 384V410Z", p.Pop);
        c.Path("M0 480Q120 420 240 462T400 450V600H0Z", p.Near);
        SkyScenes.Cloud(c, dice.Between(-20, 40), 330, 1, p.Horizon);
        SkyScenes.Cloud(c, dice.Between(270, 320), 300, 0.8, p.Horizon);
    }

    /// <summary>A lonely house with one lit window.</summary>
    public static void House(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(90, 310);
        c.Glow(x, 150, 220, p.Light, 0.5);
        c.Disc(x, 150, dice.Between(44, 72), p.Light, 0.95);
        c.Path("M0 440Q120 372 230 392T400 424V600H0Z", p.Mid);
        c.At(dice.Between(165, 235), 392, 1.25, () =>
        {
            c.Path("M-62 8V-66L-22 -104L18 -66V-84L44 -112L72 -84V8Z", p.Near);
            c.Path("M-72 -60L-22 -112L28 -60H18L-22 -100L-62 -60ZM12 -80L44 -122L80 -80H70L44 -110L20 -80Z", p.Near);
            c.Rectangle(-4, -112, 10, 24, p.Near);
            var lit = dice.Below(3);
            for (var i = 0; i < 3; i++)
            {
                var (left, top) = (new[] { -46, -12, 36 }[i], new[] { -52, -52, -68 }[i]);
                c.Rectangle(left, top, 18, 24, i == lit ? p.Pop : p.Mid);
                c.Line($"M{left + 9} {top}v24M{left} {top + 12}h18", p.Near, 2);
            }

            c.Rectangle(-30, -14, 16, 22, p.Mid);
            c.Glow(new[] { -37, -3, 45 }[lit], new[] { -40, -40, -56 }[lit], 54, p.Pop, 0.55);
        });
        c.Path("M0 500Q140 420 400 478V600H0Z", p.Near);
        c.Line("M42 500Q44 430 34 390Q30 372 10 352M38 420Q56 392 76 384M36 402Q22 380 26 352M52 396Q58 376 54 360", p.Near, 6);
        c.Line("M300 240q9 -12 16 0q8 -12 16 0m-70 34q7 -9 12 0q6 -9 12 0m58 -62q5 -7 10 0q5 -7 10 0", p.Near, 2.6, 0.85);
    }

    /// <summary>A lighthouse and its beam.</summary>
    public static void Lighthouse(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Mid);
        c.Stars(50, 300);
        var left = dice.Chance(0.5);
        var x = left ? dice.Between(95, 130) : dice.Between(270, 305);
        var far = left ? 470 : -70;
        c.Path($"M{x} 176L{far} 60V270Z", c.Radial(p.Light, 0.75, p.Light, 0.12));
        c.Glow(x, 176, 130, p.Light, 0.75);
        c.Ridge(420, 14, 7, p.Far, round: true);
        c.At(x, 176, 1, () =>
        {
            c.Path("M-17 18L-30 290H30L17 18Z", p.Ink);
            c.Path("M-20 72H20L22 118H-22ZM-25 168H25L27 214H-27Z", p.Pop);
            c.Path("M0 18H17L30 290H0Z", p.Near, 0.3);
            c.Rectangle(-24, 12, 48, 8, p.Near);
            c.Rectangle(-12, -14, 24, 26, p.Light);
            c.Path("M-17 -14L0 -38L17 -14Z", p.Near);
        });
        c.Path(left ? "M0 600V430Q70 420 150 440Q200 470 260 480L300 600Z" : "M400 600V430Q330 420 250 440Q200 470 140 480L100 600Z", p.Near);
        for (var i = 0; i < 5; i++)
        {
            c.Line($"M{dice.Between(0, 300)} {450 + (i * 22)}q20 -7 40 0t40 0", p.Horizon, 2.5, 0.7);
        }
    }

    /// <summary>A train on a viaduct.</summary>
    public static void Train(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(80, 320);
        c.Glow(x, 170, 220, p.Light, 0.5);
        c.Disc(x, 170, dice.Between(40, 66), p.Light, 0.95);
        c.Ridge(290, 66, 6, p.Far);
        c.Ridge(350, 40, 7, p.Mid);
        const double Rail = 372;
        var smoke = dice.Between(300, 340);
        for (var i = 0; i < 6; i++)
        {
            c.Disc(smoke - (i * 34), Rail - 62 - (i * 9), 9 + (i * 4.5), p.Light, 0.5 - (i * 0.06));
        }

        for (var i = 0; i < 4; i++)
        {
            var left = smoke - 92 - (i * 88);
            c.Path($"M{left} {Rail}v-30q0 -6 6 -6h68q6 0 6 6v30Z", p.Near);
            c.Line($"M{left + 12} {Rail - 22}h56", p.Pop, 9, 0.95);
        }

        c.Path($"M{smoke - 6} {Rail}v-38h26v12h34q8 0 8 8v18ZM{smoke + 34} {Rail - 26}v-18h12v18Z", p.Near);
        c.Glow(smoke + 62, Rail - 14, 60, p.Light, 0.8);
        c.Rectangle(0, Rail, Canvas.Width, 12, p.Near);
        var d = new Outline(string.Empty);
        for (var i = 0; i < 5; i++)
        {
            d.Add($"M{i * 96 - 20} 600V{Rail + 8}H{i * 96 + 76}V600H{i * 96 + 62}V440A34 34 0 0 0 {i * 96 - 6} 440V600Z");
        }

        c.Path(d, p.Near);
        c.Rectangle(0, 480, Canvas.Width, 120, c.Vertical(p.Near, 0, p.Near, 1));
    }

    private static void Tower(Canvas c, double x, double width, double height)
    {
        var (p, top) = (c.Palette, 400 - height);
        c.Rectangle(x, top, width, height + 6, p.Near);
        c.Path($"M{x - 5} {top}L{x + (width / 2)} {top - (width * 1.35)}L{x + width + 5} {top}Z", p.Near);
        c.Path($"M{x + (width / 2)} {top - (width * 1.35) - 20}l18 6l-18 6Z", p.Pop);
        c.Line($"M{x + (width / 2)} {top - (width * 1.35) - 20}v24", p.Near, 2);
        c.Rectangle(x + (width / 2) - 3, top + 18, 6, 14, p.Pop, 0.9);
    }

    private static void Skyline(Canvas c, double ground, double high, double narrow, double wide, string fill, int windows)
    {
        var dice = c.Dice;
        var (d, lights) = (new Outline("M0 600"), new Outline(string.Empty));
        for (var x = 0.0; x < Canvas.Width;)
        {
            var (width, top) = (dice.Between(narrow, wide), ground - dice.Between(0, high));
            d.Add($"V{top}");
            if (dice.Chance(0.25))
            {
                d.Add($"h{width * 0.4}v-22h4v22");
            }

            d.Add($"H{x + width}");
            for (var i = 0; i < windows / 6; i++)
            {
                lights.Add($"M{x + dice.Between(6, width - 8)} {top + 12 + (12 * dice.Below(9))}h4");
            }

            x += width;
        }

        c.Path(d.Add("V600Z"), fill);
        if (windows > 0)
        {
            c.Raw($"<path d=\"{lights.ToString()}\" stroke=\"{c.Palette.Light}\" stroke-width=\"5\" opacity=\".7\"/>");
        }
    }
}
