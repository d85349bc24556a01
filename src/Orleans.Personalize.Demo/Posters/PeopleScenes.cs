namespace Orleans.Personalize.Demo.Posters;

/// <summary>People, as silhouettes.</summary>
internal static class PeopleScenes
{
    private const string Profile =
        "M-10 -150C-60 -150 -92 -118 -90 -74C-90 -62 -94 -52 -104 -36C-110 -27 -112 -20 -104 -16L-98 -13C-102 -6 -105 -3 -98 2C-94 5 -94 6 -98 9"
        + "C-102 13 -98 18 -95 20C-99 31 -96 43 -84 45C-70 48 -54 46 -44 40C-42 60 -46 80 -60 96C-100 120 -146 142 -158 300H158C146 150 90 122 62 96"
        + "C50 80 52 40 62 10C90 -30 92 -80 70 -115C52 -142 20 -152 -10 -150Z";

    private const string LongHair =
        "M-88 -84C-98 -150 -40 -182 14 -172C82 -162 112 -104 104 -40C100 10 122 60 112 150"
        + "C84 168 54 150 50 96C46 60 58 20 40 -12C16 -22 12 -70 -20 -94C-44 -104 -70 -96 -88 -84Z";

    private const string ShortHair =
        "M-92 -82C-106 -128 -66 -176 -14 -170C40 -176 92 -140 92 -78C92 -44 76 -18 62 8C52 -4 50 -26 40 -40"
        + "C24 -40 22 -66 12 -88C-22 -88 -62 -106 -92 -82Z";

    private const string Shoulders = "M-24 20V58Q-26 74 -62 86Q-128 106 -140 190V330H140V190Q128 106 62 86Q26 74 24 58V20Z";

    /// <summary>A face in profile filled with a landscape, two faces, or one in front of a disc of light.</summary>
    public static void Portrait(Canvas c)
    {
        switch (c.Dice.Below(4))
        {
            case 0:
                TwoFaces(c);
                break;
            case 1:
                InFrontOfLight(c);
                break;
            default:
                DoubleExposure(c);
                break;
        }
    }

    /// <summary>Somebody in a hat behind the stripes of a blind.</summary>
    public static void Blinds(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Mid);
        c.Glow(dice.Between(80, 320), 220, 300, p.Horizon, 0.75);
        var drop = dice.Between(-70, 70);
        for (var i = 0; i < 13; i++)
        {
            var y = (i * 40) - 10;
            c.Path($"M0 {y + drop}L400 {y - drop}v17L0 {y + drop + 17}Z", p.Light, 0.5 + (0.03 * (i % 4)));
        }

        c.At(200, 300, dice.Between(1.05, 1.25), () =>
        {
            c.Path(Shoulders, p.Near);
            c.Ellipse(0, -22, 46, 60, p.Near);
            if (dice.Chance(0.65))
            {
                c.Path("M-96 -48Q0 -78 96 -48Q104 -38 84 -36Q0 -54 -84 -36Q-104 -38 -96 -48Z", p.Near);
                c.Path("M-54 -54Q-50 -112 -22 -106Q0 -96 22 -106Q50 -112 54 -54Z", p.Near);
                c.Path("M-54 -62Q0 -78 54 -62V-54Q0 -68 -54 -54Z", p.Pop);
            }
            else
            {
                c.Path("M-54 -10Q-66 -88 0 -92Q66 -88 54 -10Q66 40 44 66Q48 0 30 -40H-30Q-48 0 -44 66Q-66 40 -54 -10Z", p.Near);
            }

            c.Line("M16 62L0 130L-16 62", p.Pop, 4, 0.9);
        });
    }

    /// <summary>Two who look at each other before the lights of a city.</summary>
    public static void Bokeh(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        string[] colours = [p.Light, p.Pop, p.Far, p.Light, p.Horizon];
        for (var i = 0; i < 24; i++)
        {
            var (x, y, radius) = (dice.Between(0, 400), dice.Between(0, 470), dice.Between(10, 46));
            c.Disc(x, y, radius, colours[i % colours.Length], dice.Between(0.12, 0.42));
            if (i % 4 == 0)
            {
                c.Ring(x, y, radius, p.Light, 1.5, 0.5);
            }
        }

        c.Glow(200, 260, 190, p.Light, 0.6);
        c.At(300, 340, 0.84, () => Face(c, p.Near, p.Near, ShortHair));
        c.Raw("<g transform=\"translate(100 350) scale(-.8 .8)\">");
        Face(c, p.Mid, p.Far, LongHair);
        c.Raw("</g>");
        c.At(200, dice.Between(120, 150), dice.Between(0.8, 1.3), () =>
            c.Path("M0 34C-60 -6 -36 -50 0 -22C36 -50 60 -6 0 34Z", p.Pop));
    }

    /// <summary>A singer in the spotlights.</summary>
    public static void Stage(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky(p.Near, p.Mid);
        for (var i = 0; i < 5; i++)
        {
            var (from, to) = ((i * 90) + dice.Between(0, 40), dice.Between(60, 340));
            c.Path($"M{from} -10L{to - 60} 470H{to + 60}Z", c.Vertical(i % 2 == 0 ? p.Light : p.Pop, 0.6, p.Horizon, 0.05));
        }

        c.Glow(200, 300, 200, p.Light, 0.5);
        c.Ellipse(200, 452, 190, 30, p.Horizon, 0.7);
        c.At(205, 262, 1.1, () =>
        {
            c.Ellipse(0, -86, 22, 27, p.Near);
            c.Path("M-30 -92Q-28 -128 2 -124Q34 -122 28 -84Q34 -60 22 -50Q26 -84 14 -98Q-12 -92 -24 -98Z", p.Near);
            c.Path("M-8 -66H10L34 -46Q44 -10 30 34L36 172H12L2 60L-10 172H-34L-26 30Q-40 -14 -32 -46Z", p.Near);
            c.Line("M32 -40Q62 -64 46 -100M-30 -40Q-54 -10 -26 -6L-38 -48", p.Near, 12);
            c.Line("M-36 -58L-46 172M-66 174H-26", p.Near, 4);
            c.Ellipse(-36, -66, 7, 10, p.Pop);
        });
        for (var i = 0; i < 12; i++)
        {
            c.Disc((i * 36) + dice.Between(-6, 6), 492 + dice.Between(-10, 8), 19, p.Near);
        }

        c.Rectangle(0, 496, Canvas.Width, 110, p.Near);
        c.Line("M60 480L46 440M196 478L206 432M330 480L346 436M120 486L112 452", p.Near, 9);
    }

    private static void DoubleExposure(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        var inside = dice.Below(3);
        c.Sky(p.Light, p.Horizon);
        c.Disc(dice.Between(120, 280), 200, dice.Between(120, 165), p.Pop, 0.85);
        c.Raw($"<g transform=\"translate({dice.Between(205, 235)} 285) scale({(dice.Chance(0.5) ? "1.25" : "-1.25")} 1.25)\">");
        if (dice.Chance(0.6))
        {
            c.Path(dice.Chance(0.5) ? LongHair : ShortHair, p.Mid);
        }

        c.Inside(Profile, () =>
        {
            c.Raw("<g transform=\"translate(-200 -290)\">");
            c.Sky(p.Sky, p.Far);
            c.Stars(30, 330);
            c.Disc(dice.Between(215, 240), 178, 20, p.Light, 0.9);
            if (inside == 0)
            {
                LandScenes.Trees(c, 390, 70, 150, 9, p.Mid);
                LandScenes.Trees(c, 470, 90, 170, 7, p.Near);
            }
            else if (inside == 1)
            {
                c.Ridge(320, 60, 7, p.Mid);
                c.Ridge(400, 40, 6, p.Near);
            }
            else
            {
                c.Ridge(330, 26, 6, p.Mid, round: true);
                c.Ridge(390, 30, 5, p.Near, round: true);
            }

            c.Raw("</g>");
        });
        c.Raw("</g>");
    }

    private static void TwoFaces(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        c.Glow(200, 220, 230, p.Light, 0.7);
        c.Disc(200, 210, dice.Between(60, 90), p.Light);
        c.Raw("<g transform=\"translate(345 270) scale(1.2)\">");
        Face(c, c.Vertical(p.Mid, 1, p.Near, 1), p.Near, dice.Chance(0.5) ? LongHair : ShortHair);
        c.Raw("</g><g transform=\"translate(55 275) scale(-1.2 1.2)\">");
        Face(c, c.Vertical(p.Pop, 1, p.Near, 1), p.Mid, dice.Chance(0.5) ? LongHair : ShortHair);
        c.Raw("</g>");
    }

    private static void Face(Canvas c, string fill, string hair, string cut)
    {
        c.Path(Profile, fill);
        c.Path(cut, hair);
    }

    private static void InFrontOfLight(Canvas c)
    {
        var (p, dice) = (c.Palette, c.Dice);
        c.Sky();
        for (var i = 4; i > 0; i--)
        {
            c.Disc(200, 225, 70 + (i * 42), i % 2 == 0 ? p.Far : p.Horizon, 0.55);
        }

        c.Disc(200, 225, 112, p.Light);
        c.At(200, 290, 1.22, () =>
        {
            var isLong = dice.Chance(0.5);
            if (isLong)
            {
                c.Path("M-60 76Q-88 -112 0 -114Q88 -112 60 76Q34 96 0 92T-60 76Z", p.Mid);
            }

            c.Path(Shoulders, p.Near);
            c.Path("M-43 -34Q-43 -90 0 -90T43 -34Q43 4 24 28Q0 48 -24 28Q-43 4 -43 -34Z", p.Near);
            c.Path("M0 -90Q43 -90 43 -34Q43 4 24 28V58Q26 74 62 86Q128 106 140 190V330H0Z", p.Mid, 0.6);
            c.Path(
                isLong
                    ? "M-52 10Q-70 -104 0 -106Q70 -104 52 10Q48 -50 8 -74Q-36 -62 -52 10Z"
                    : "M-48 -30Q-62 -104 -6 -106Q66 -112 48 -28Q42 -60 10 -70Q-30 -74 -48 -30Z",
                p.Pop);
        });
    }
}
