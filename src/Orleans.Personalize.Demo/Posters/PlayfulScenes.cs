namespace Orleans.Personalize.Demo.Posters;

/// <summary>Scenes with a light heart.</summary>
internal static class PlayfulScenes
{
    /// <summary>Balloons over hills.</summary>
    public static void Balloon(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Glow(330, 80, 190, p.Light, 0.7);
        c.Disc(330, 84, 44, p.Light);
        SkyScenes.Cloud(c, dice.Between(-30, 40), 90, 1.2, p.Light);
        SkyScenes.Cloud(c, dice.Between(250, 300), 300, 1, p.Light);
        SkyScenes.Cloud(c, dice.Between(0, 60), 350, 0.7, p.Light);
        One(c, dice.Between(290, 340), 250, 0.42, p.Mid, p.Light);
        One(c, dice.Between(60, 95), 225, 0.55, p.Far, p.Ink);
        One(c, dice.Between(180, 220), 215, 1.15, p.Pop, p.Near);
        c.Ridge(430, 34, 3, p.Far, round: true);
        c.Ridge(468, 34, 4, p.Mid, round: true);
        var trees = new Outline(string.Empty);
        for (var i = 0; i < 7; i++)
        {
            trees.Add($"M{dice.Between(10, 390)} {dice.Between(455, 480)}h0");
        }

        c.Line(trees, p.Near, 26, 0.55);
        c.Ridge(512, 26, 3, p.Near, round: true);
    }

    /// <summary>A flock before the sun, over reeds.</summary>
    public static void Birds(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        var x = dice.Between(130, 270);
        c.Glow(x, 235, 260, p.Light, 0.55);
        c.Disc(x, 235, dice.Between(95, 125), p.Light);
        for (var i = 0; i < 9; i++)
        {
            var side = i % 2 == 0 ? 1 : -1;
            var place = (i + 1) / 2;
            c.At(
                200 + (side * place * 44) + dice.Between(-5, 5),
                120 + (place * 34) + dice.Between(-7, 7),
                i == 0 ? 0.62 : 0.5 - (place * 0.05),
                () => c.Path("M0 0Q-22 -34 -58 -26Q-34 -16 -22 8Q-10 20 0 14Q10 20 22 8Q34 -16 58 -26Q22 -34 0 0Z", p.Near),
                side * 9);
        }

        c.Ridge(420, 24, 4, p.Far, round: true);
        c.Ridge(452, 20, 3, p.Mid, round: true);
        c.Rectangle(0, 475, Canvas.Width, 130, p.Near);
        var reeds = new Outline(string.Empty);
        for (var i = 0; i < 16; i++)
        {
            var (foot, high) = (dice.Between(0, 400), dice.Between(40, 120));
            reeds.Add($"M{foot} 500q{dice.Between(-8, 8)} {-high * 0.6} {dice.Between(-22, 22)} {-high}");
        }

        c.Line(reeds, p.Near, 4);
    }

    private static void One(Canvas c, double x, double y, double scale, string colour, string stripe) => c.At(x, y, scale, () =>
    {
        c.Path("M0 -110C64 -110 96 -62 84 -14C74 26 32 58 18 84H-18C-32 58 -74 26 -84 -14C-96 -62 -64 -110 0 -110Z", colour);
        c.Path("M0 -110C24 -110 40 -70 38 -16C36 28 14 60 8 84H-8C-14 60 -36 28 -38 -16C-40 -70 -24 -110 0 -110Z", stripe, 0.85);
        c.Path("M0 -110C10 -110 16 -70 14 -16C12 30 5 60 3 84H-3C-5 60 -12 30 -14 -16C-16 -70 -10 -110 0 -110Z", colour);
        c.Line("M-14 84L-11 110M14 84L11 110", c.Palette.Near, 2.5);
        c.Path("M-15 108H15L12 132Q0 136 -12 132Z", c.Palette.Near);
    });
}
