using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>Says what a rule moves on a page.</summary>
internal static class RulePreviews
{
    /// <summary>Compares the page without a rule with that with it.</summary>
    public static RulePreview Compare(HomePage without, HomePage with) => new()
    {
        Without = without,
        With = with,
        Rows = [.. Moves(RowsOf(without), RowsOf(with)).Select(move => new MovedRow
        {
            Row = move.Key,
            Title = (move.After ?? move.Before)!.Value.What.Title,
            Before = move.Before?.Place,
            After = move.After?.Place,
        })],
        Titles = [.. Moves(TitlesOf(without), TitlesOf(with)).Select(move => new MovedTitle
        {
            Title = move.Key,
            Name = (move.After ?? move.Before)!.Value.What.Name,
            Before = move.Before?.Place,
            After = move.After?.Place,
        })],
    };

    private static List<(RowId Key, (Row What, int Place) Value)> RowsOf(HomePage page) =>
        [.. page.Rows.Select((row, index) => (row.Id, (row, index + 1))).DistinctBy(entry => entry.Id)];

    private static List<(TitleId Key, (Card What, PagePlace Place) Value)> TitlesOf(HomePage page) =>
        [.. page.Rows
            .SelectMany((row, index) => row.Cards.Select((card, column) => (card.Title, (card, new PagePlace(index + 1, column + 1)))))
            .DistinctBy(entry => entry.Title)];

    private static IEnumerable<(TKey Key, (TWhat What, TPlace Place)? Before, (TWhat What, TPlace Place)? After)> Moves<TKey, TWhat, TPlace>(
        List<(TKey Key, (TWhat What, TPlace Place) Value)> without, List<(TKey Key, (TWhat What, TPlace Place) Value)> with)
        where TKey : struct
    {
        var before = without.ToDictionary(entry => entry.Key, entry => entry.Value);
        var after = with.Select(entry => entry.Key).ToHashSet();
        foreach (var (key, value) in with)
        {
            if (!before.TryGetValue(key, out var old)) yield return (key, null, value);
            else if (!EqualityComparer<TPlace>.Default.Equals(old.Place, value.Place)) yield return (key, old, value);
        }

        foreach (var (key, value) in without)
        {
            if (!after.Contains(key)) yield return (key, value, null);
        }
    }
}
