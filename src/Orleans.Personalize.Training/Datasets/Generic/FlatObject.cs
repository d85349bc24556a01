using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orleans.Personalize.Json;
using Orleans.Personalize.Training.Datasets.Importing;

namespace Orleans.Personalize.Training.Datasets.Generic;

/// <summary>
/// A contract as one csv row. The row is turned into the contract's json, and that is read by the rules of the API: both forms of the format
/// mean the same and refuse the same.
/// </summary>
/// <param name="required">Columns that the file must have.</param>
/// <param name="columns">All columns, by name.</param>
/// <param name="idsFromLines">Whether a row without an id is given one.</param>
internal sealed class FlatObject(ImmutableArray<string> required, Dictionary<string, ColumnKind> columns, bool idsFromLines = false)
{
    private readonly Dictionary<string, string> _names = columns.Keys.ToDictionary(CsvFile.Normal, StringComparer.Ordinal);

    /// <summary>Reads all rows; <paramref name="take"/> returns what is wrong with one, or null.</summary>
    public void Read<T>(ImportRun run, string path, Func<T, string?> take)
        where T : class
    {
        (string Name, ColumnKind Kind)?[]? layout = null;
        CsvFile.Read(run, path, required, row => Take(run, row, layout ??= Layout(run, path, row), take));
    }

    private string? Take<T>(ImportRun run, CsvFile row, (string Name, ColumnKind Kind)?[] layout, Func<T, string?> take)
        where T : class
    {
        var json = new JsonObject();
        for (var i = 0; i < layout.Length; i++)
        {
            if (layout[i] is { } column && row[i] is { Length: > 0 } cell && AddCell(json, column.Name, column.Kind, cell) is { } problem)
            {
                return $"{column.Name}: {problem}";
            }
        }

        if (idsFromLines)
        {
            json.TryAdd("id", $"{run.Name}:{row.Line}");
        }

        try
        {
            return take(json.Deserialize<T>(PersonalizeJson.Options)!);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return JsonReasons.Of(exception);
        }
    }

    private static string? AddCell(JsonObject json, string name, ColumnKind kind, string cell)
    {
        switch (kind)
        {
            case ColumnKind.Text:
                json[name] = cell;
                return null;
            case ColumnKind.Number when int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                json[name] = whole;
                return null;
            case ColumnKind.Number when double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                json[name] = number;
                return null;
            case ColumnKind.Number:
                return $"'{cell}' must be a number";
            case ColumnKind.Flag when bool.TryParse(cell, out var flag):
                json[name] = flag;
                return null;
            case ColumnKind.Flag:
                return $"'{cell}' must be true or false";
            case ColumnKind.List:
                json[name] = new JsonArray([.. Cells.List(cell, '|').Select(entry => (JsonNode)entry)]);
                return null;
            default:
                var people = json["people"] as JsonArray ?? (JsonArray)(json["people"] = new JsonArray())!;
                foreach (var person in Cells.List(cell, '|'))
                {
                    people.Add(new JsonObject { ["name"] = person, ["role"] = name });
                }

                return null;
        }
    }

    /// <summary>What each column of a file means; one that means nothing is reported once and left out.</summary>
    private (string Name, ColumnKind Kind)?[] Layout(ImportRun run, string path, CsvFile row) =>
        [.. row.Header.Select(header => Column(run, path, header))];

    private (string Name, ColumnKind Kind)? Column(ImportRun run, string path, string header)
    {
        if (_names.TryGetValue(CsvFile.Normal(header), out var name))
        {
            return (name, columns[name]);
        }

        run.Report(path, 1, $"there is no column '{header}'; it is left out");
        return null;
    }
}
