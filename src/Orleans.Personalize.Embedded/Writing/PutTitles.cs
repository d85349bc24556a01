using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Adds or replaces titles that nothing is wrong with. The answer is the catalogue's version that has them.</summary>
internal sealed class PutTitles(IReadOnlyList<Title> titles) : AnsweredWrite<long>
{
    public override int Weight => titles.Count;

    protected override long Work(WriteGroup group)
    {
        foreach (var title in titles)
            group.PutTitle(title);
        return group.CatalogVersion;
    }
}
