namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>The columns of the three csv files.</summary>
internal static class GenericColumns
{
    /// <summary>titles.csv.</summary>
    public static FlatObject Title { get; } = new(
        ["id", "name"],
        new(StringComparer.Ordinal)
        {
            ["id"] = ColumnKind.Text,
            ["name"] = ColumnKind.Text,
            ["kind"] = ColumnKind.Text,
            ["originalName"] = ColumnKind.Text,
            ["alternativeNames"] = ColumnKind.List,
            ["year"] = ColumnKind.Number,
            ["runtimeMinutes"] = ColumnKind.Number,
            ["maturityAge"] = ColumnKind.Number,
            ["synopsis"] = ColumnKind.Text,
            ["genres"] = ColumnKind.List,
            ["tags"] = ColumnKind.List,
            ["creator"] = ColumnKind.People,
            ["director"] = ColumnKind.People,
            ["writer"] = ColumnKind.People,
            ["cast"] = ColumnKind.People,
            ["countries"] = ColumnKind.List,
            ["languages"] = ColumnKind.List,
            ["addedAt"] = ColumnKind.Text,
        });

    /// <summary>profiles.csv.</summary>
    public static FlatObject Profile { get; } = new(
        ["id", "name"],
        new(StringComparer.Ordinal)
        {
            ["id"] = ColumnKind.Text,
            ["name"] = ColumnKind.Text,
            ["account"] = ColumnKind.Text,
            ["maturityLimit"] = ColumnKind.Number,
            ["kids"] = ColumnKind.Flag,
            ["country"] = ColumnKind.Text,
            ["language"] = ColumnKind.Text,
        });

    /// <summary>events.csv; a line without an id is given the data's name and its number.</summary>
    public static FlatObject Event { get; } = new(
        ["type", "profile", "time"],
        new(StringComparer.Ordinal)
        {
            ["type"] = ColumnKind.Text,
            ["id"] = ColumnKind.Text,
            ["profile"] = ColumnKind.Text,
            ["time"] = ColumnKind.Text,
            ["device"] = ColumnKind.Text,
            ["session"] = ColumnKind.Text,
            ["country"] = ColumnKind.Text,
            ["title"] = ColumnKind.Text,
            ["page"] = ColumnKind.Text,
            ["row"] = ColumnKind.Text,
            ["rowIndex"] = ColumnKind.Number,
            ["column"] = ColumnKind.Number,
            ["throughColumn"] = ColumnKind.Number,
            ["artwork"] = ColumnKind.Text,
            ["trailer"] = ColumnKind.Text,
            ["season"] = ColumnKind.Number,
            ["episode"] = ColumnKind.Number,
            ["positionSeconds"] = ColumnKind.Number,
            ["durationSeconds"] = ColumnKind.Number,
            ["thumb"] = ColumnKind.Text,
            ["stars"] = ColumnKind.Number,
            ["query"] = ColumnKind.Text,
            ["notification"] = ColumnKind.Text,
            ["about"] = ColumnKind.Text,
        },
        idsFromLines: true);
}
