using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.Households;

/// <summary>The titles that one member may see, and how readily it chooses each of them.</summary>
internal sealed class Shelf
{
    private const double PullOfTaste = 4.5;
    private const double PullOfAppeal = 0.6;
    private const double PullOfHome = 1.4;
    private readonly Member _member;
    private readonly World _world;
    private readonly int[] _titles;
    private readonly double[] _totals;
    private readonly Dictionary<int, (int[] Titles, double[] Totals)> _strands = [];

    /// <summary>Weighs all titles for a member.</summary>
    public Shelf(World world, Member member)
    {
        _world = world;
        _member = member;
        var titles = world.Titles.Titles;
        _titles = [.. Enumerable.Range(0, titles.Length).Where(title => IsMeantFor(titles[title]))];
        _totals = Totals.Of(_titles, Weight);
    }

    /// <summary>Whether the member may see anything at all.</summary>
    public bool IsEmpty => _titles.Length == 0;

    /// <summary>Any title, by taste and appeal.</summary>
    public int Any(Dice dice) => _titles[dice.Weighted(_totals)];

    /// <summary>A title of the same strand as another one, by taste and appeal; -1 where there is none.</summary>
    public int Like(int title, Dice dice)
    {
        var strand = _world.Titles.Titles[title].Strand;
        if (!_strands.TryGetValue(strand, out var shelf))
        {
            int[] titles = [.. _world.Titles.ByStrand[strand].Where(other => IsMeantFor(_world.Titles.Titles[other]))];
            _strands[strand] = shelf = (titles, Totals.Of(titles, Weight));
        }

        return shelf.Titles.Length == 0 ? -1 : shelf.Titles[dice.Weighted(shelf.Totals)];
    }

    /// <summary>A title that is talked about on a day, by taste and buzz; -1 where there is none.</summary>
    public int Talked(int day, Dice dice)
    {
        var list = _world.Buzz.Of(day).ToArray().Where(entry => IsMeantFor(_world.Titles.Titles[entry.Title])).ToArray();
        return list.Length == 0 ? -1 : list[dice.Weighted(Totals.Of(list, entry => entry.Weight * Pull(entry.Title)))].Title;
    }

    /// <summary>Whether the title may be shown to the member at a moment.</summary>
    public bool IsOpen(int title, DateTimeOffset time) =>
        _world.Titles.Titles[title] is var made
        && made.AddedAt <= time
        && IsMeantFor(made)
        && !made.Title.Availability.Any(window => window.Until is { } until && until <= time);

    private double Weight(int title)
    {
        var made = _world.Titles.Titles[title];
        var home = made.Title.Countries[0] == _member.Market.Country ? PullOfHome : 1;
        return Math.Pow(made.Appeal, PullOfAppeal) * Pull(title) * home;
    }

    private double Pull(int title) => Math.Exp(PullOfTaste * _member.Taste.Of(title));

    private bool IsMeantFor(DemoTitle made) =>
        made.Title.MaturityAge <= _member.Settings.MaturityLimit
        && (made.Title.Availability.IsEmpty
            || made.Title.Availability.Any(window => window.Country is null || window.Country == _member.Market.Country));
}
