using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.TestWorlds;

public static class PageExtensions
{
    public const int FoldRows = 4;
    public const int FoldColumns = 5;

    public static Row? Row(this HomePage page, RowKind kind) => page.Rows.FirstOrDefault(row => row.Kind == kind);

    public static Row? Row(this HomePage page, string id) => page.Rows.FirstOrDefault(row => row.Id == new RowId(id));

    public static int PlaceOf(this HomePage page, string id)
    {
        for (var i = 0; i < page.Rows.Length; i++)
        {
            if (page.Rows[i].Id == new RowId(id)) return i;
        }

        return int.MaxValue;
    }

    public static TitleId[] Titles(this Row row) => [.. row.Cards.Select(card => card.Title)];

    public static TitleId[] Titles(this HomePage page) => [.. page.Rows.SelectMany(row => row.Titles())];

    public static TitleId[] AboveTheFold(this HomePage page) =>
        [.. page.Rows.Take(FoldRows).SelectMany(row => row.Titles().Take(FoldColumns))];
}
