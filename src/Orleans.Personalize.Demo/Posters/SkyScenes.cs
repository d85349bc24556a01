namespace Orleans.Personalize.Demo.Posters;

/// <summary>The sky and what is beyond it.</summary>
internal static class SkyScenes
{
    /// <summary>A planet with a ring, small moons and stars.</summary>
    public static void Planets(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Mid);
        c.Stars(90, Canvas.Height);
        c.Glow(dice.Between(0, 400), dice.Between(60, 300), 230, p.Horizon, 0.55);
        var (x, y, radius) = (dice.Between(150, 260), dice.Between(200, 260), dice.Between(95, 130));
        var tilt = dice.Between(-28, -12);
        c.Glow(x, y, radius * 1.5, p.Light, 0.35);
        c.At(x, y, 1, () =>
        {
            HalfRing(c, radius, sweep: 1);
            c.Disc(0, 0, radius, c.Horizontal(p.Pop, p.Far));
            var (upper, lower) = (-radius * 0.3, radius * 0.18);
            c.Path(
                $"M{-radius * 0.95} {upper}Q0 {upper / 3} {radius * 0.95} {upper}Q{radius} 0 {radius * 0.98} {lower}Q0 {radius * 0.42} {-radius * 0.98} {lower}Z",
                p.Light,
                0.16);
            c.Path($"M0 {-radius}A{radius} {radius} 0 0 1 0 {radius}A{radius * 1.6} {radius * 1.6} 0 0 0 0 {-radius}Z", p.Near, 0.5);
            HalfRing(c, radius, sweep: 0);
        }, tilt);
        c.Disc(dice.Between(50, 110), dice.Between(80, 140), dice.Between(14, 26), p.Light, 0.9);
        c.Disc(dice.Between(300, 370), dice.Between(360, 420), dice.Between(8, 16), p.Pop);
        c.Ridge(505, 40, 6, p.Near);
    }

    /// <summary>A rocket on its way up.</summary>
    public static void Rocket(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Far);
        c.Stars(70, 420);
        c.Disc(dice.Between(60, 130), dice.Between(90, 150), dice.Between(30, 48), c.Horizontal(p.Light, p.Far));
        c.Disc(200, 850, 420, c.Vertical(p.Horizon, 1, p.Near, 1));
        c.At(dice.Between(190, 230), 240, 1.15, () =>
        {
            c.Path("M-16 60Q-34 170 -60 290H40Q26 170 16 60Z", c.Vertical(p.Light, 0.9, p.Light, 0));
            c.Path("M-12 58Q0 150 12 58Z", p.Pop);
            c.Path("M-22 20Q-52 40 -48 74L-18 58ZM22 20Q52 40 48 74L18 58Z", p.Pop);
            c.Path("M0 -96Q34 -48 24 60H-24Q-34 -48 0 -96Z", p.Ink);
            c.Path("M0 -96Q34 -48 24 60H0Z", p.Far, 0.35);
            c.Disc(0, -16, 14, p.Mid);
            c.Ring(0, -16, 14, p.Pop, 4);
        }, dice.Between(8, 20));
    }

    /// <summary>A moon as large as a house, seen from a hill.</summary>
    public static void Moon(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Mid);
        c.Stars(60, 380);
        var (x, y, radius) = (dice.Between(170, 230), dice.Between(210, 250), dice.Between(120, 150));
        c.Glow(x, y, radius * 1.55, p.Light, 0.4);
        c.Disc(x, y, radius, c.Vertical(p.Light, 1, p.Horizon, 1));
        for (var i = 0; i < 6; i++)
        {
            var (angle, away) = (dice.Between(0, 6.28), dice.Between(0, radius * 0.72));
            c.Disc(x + (away * Math.Cos(angle)), y + (away * Math.Sin(angle)), dice.Between(7, 26), p.Far, 0.25);
        }

        Cloud(c, dice.Between(-40, 60), y + dice.Between(20, 70), 1.3, p.Mid);
        Cloud(c, dice.Between(220, 300), y - dice.Between(10, 60), 0.9, p.Far);
        c.Path("M0 470Q110 400 220 424T400 440V600H0Z", p.Near);
        var tree = dice.Between(235, 320);
        c.At(tree, 436, 1, () => Branches(c));
        if (dice.Chance(0.6))
        {
            c.At(tree - 120, 424, 1, () =>
            {
                c.Disc(0, -46, 8, p.Near);
                c.Path("M-9 -36H9L13 2H-13Z", p.Near);
            });
        }
    }

    /// <summary>A cloud of three humps.</summary>
    public static void Cloud(Canvas c, double x, double y, double scale, string fill) => c.At(x, y, scale, () =>
        c.Path("M0 30Q-6 8 18 8Q24 -16 50 -10Q74 -22 86 2Q112 0 110 30Z", fill, 0.85));

    private static void HalfRing(Canvas c, double radius, int sweep) =>
        c.Line(
            $"M{-radius * 1.62} 0A{radius * 1.62} {radius * 0.36} 0 0 {sweep} {radius * 1.62} 0",
            c.Palette.Light,
            9,
            0.8);

    private static void Branches(Canvas c)
    {
        var d = new Outline("M0 20Q-4 -30 2 -60");
        foreach (var (x, y, side) in new[] { (0, -30, -1), (1, -44, 1), (2, -60, -1), (2, -60, 1) })
        {
            var (far, high) = (side * c.Dice.Between(24, 46), c.Dice.Between(24, 50));
            d.Add($"M{x} {y}q{far * 0.3} {-high * 0.6} {far} {-high}");
            d.Add($"m{-far * 0.4} {high * 0.35}q{-far * 0.05} {-high * 0.4} {far * 0.15} {-high * 0.7}");
        }

        c.Line(d, c.Palette.Near, 5);
    }
}
