namespace Orleans.Personalize.Engine.Tests.for_ProfileState;

/// <summary>Forms that were stored once and must be readable for ever. Never change one; add the next version's.</summary>
internal static class Golden
{
    public const string Version1 =
        "AQ3wsfiJA/ABAwJGUgQEoKX3iQMBATwNALQu3AL0NaoCbTEIfywBMs44F7hNsoY5JrrFLAEChIr4iQMAAGFEAAAWRQECAQUBAgEEBqCl94kDyM"
        + "ychJgFOq2+jqDO+dcENkC/neGz6pUKoTA+x4udBn6JvtTllst7MRM/koHgpMUKDe69AaCl94kDutm77oUUmpk+AaCl94kDutm77oUUAABBAaCl"
        + "94kDBACAPwKgpfeJA7KfmYWzBgAAP5WJ3PDlCwAAPwGAg/iJAxwAgD8KBGVpbnMEendlaQEEUR6sV4UA8LH4iQMBAQV7MbGBrw1CifYDHW+HoG"
        + "l82ltcrtuLiy7hOxpLw/Db7SGNlWHMU/WOb06VQVNQRQSGwM9a2IEWhxF7yxLq+OoawSSo+pxI9bDP+On8IGgFEAve9YrmFDEf";

    public const string Version2 =
        "Ag3wsfiJA/ABAwJGUgQEoKX3iQMBATwNALQu3AL0NaoCbTMI9yMm1eY1vxsBAoSK+IkDAABhRAAAFkUBAgEFAQIBBAagpfeJA8jMnISYBTqtvo"
        + "6gzvnXBDZAv53hs+qVCqEwPseLnQZ+ib7U5ZbLezETP5KB4KTFCg3uvQGgpfeJA7rZu+6FFJqZPgGgpfeJA7rZu+6FFAAAQQGgpfeJAwQAgD8C"
        + "oKX3iQOyn5mFswYAAD+Vidzw5QsAAD8BgIP4iQMcAIA/CgRlaW5zBHp3ZWkBBFEerFeFAPCx+IkDAQEFezGxga8NQon2Ax1vh6BpfNpbXK7bi4"
        + "su4TsaS8Pw2+0hjZVhzFP1jm9OlUFTUEUEhsDPWtiBFocRe8sS6vjqGsEkqPqcSPWwz/jp/CBoBRAL3vWKb3orBw==";

    public const string Version3 =
        "Aw/wsfiJA/ABAwJGUgQEoKX3iQMBATwNALQu3AL0NaoCbTMI9yMm1eY1vxsBAoSK+IkDAABhRAAAFkUBAgEFAQIBBAagpfeJA8jMnISYBTqtvo6g"
        + "zvnXBDZAv53hs+qVCqEwPseLnQZ+ib7U5ZbLezETP5KB4KTFCg3uvQGgpfeJA7rZu+6FFJqZPgGgpfeJA7rZu+6FFAAAQQGgpfeJAwQAgD8CoKX3"
        + "iQOyn5mFswYAAD+Vidzw5QsAAD8BgIP4iQMcAIA/CgRlaW5zBHp3ZWkCBFEerFeFAPCx+IkDAQAAAAC+l1EfAi0AkOr4iQMDsAkVAgIAAgEFezGx"
        + "ga8PQon2Ax1vh6BpfNpbXK7bi4su4TsaS8Pw2+0hjZVhzFP1jm9OlUFTUEUEhsDPWtiBFocRe8sS6vjqGsEkqPqcSPWwz/jp/CBoBRAL3vWKnV0Y"
        + "ONkPfVKqM38JdLxPaw==";

    public const string Version4 =
        "BBCQy/qJA/ABAgJGUgUEoKX3iQMBATwNALQu3AL0NaoAjMEC+ZICbTMIBxg0w/QzthcCAoSK+IkDAABhRAAAFkUBAgCQy/qJAwAAAAAAgLtFAAAB"
        + "BQECAQQGoKX3iQPIzJyEmAXwjr6OoM751wQ2QL+d4bPqlQoSXT7Hi50Gfom+1OWWy3s6OD+SgeCkxQrmqLwBoKX3iQO62bvuhRSamT4BoKX3iQO6"
        + "2bvuhRQAAEEBoKX3iQMEAIA/AqCl94kDsp+ZhbMGAAA/lYnc8OULAAA/CgRlaW5zBHp3ZWkCBFEerFeFAPCx+IkDAQAAAAC+l1EfAi0AkOr4iQMD"
        + "sAkVAgIAAgEFezGxga8QQon2Ax1vh6BpfNpbXK7bi4su4TsaS8Pw2+0hjZVhzFP1jm9OlUFTUEUEhsDPWtiBFocRe8sS6vjqGsEkqPqcSPWwz/jp"
        + "/CBoBRAL3vWKnV0YONkPfVKqM38JzQg2Euzbn4T8tA==";
}
