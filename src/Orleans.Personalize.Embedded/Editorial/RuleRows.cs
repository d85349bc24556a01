using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Json;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Embedded.Editorial;

/// <summary>How rules are read at the start of service and written.</summary>
internal static class RuleRows
{
    /// <summary>All rules.</summary>
    public static IEnumerable<EditorialRule> All(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT content FROM rules");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return JsonSerializer.Deserialize<EditorialRule>(reader.GetString(0), PersonalizeJson.Options)!;
    }

    /// <summary>Adds or replaces a rule.</summary>
    public static void Put(SqliteConnection connection, EditorialRule rule)
    {
        using var command = connection.Prepared(
            "INSERT INTO rules (id, content) VALUES ($id, $content) ON CONFLICT (id) DO UPDATE SET content = excluded.content", "$id", "$content");
        command.With(0, rule.Id.Value).With(1, JsonSerializer.Serialize(rule, PersonalizeJson.Options)).ExecuteNonQuery();
    }

    /// <summary>Takes a rule away.</summary>
    public static void Remove(SqliteConnection connection, RuleId rule)
    {
        using var command = connection.Prepared("DELETE FROM rules WHERE id = $id", "$id");
        command.With(0, rule.Value).ExecuteNonQuery();
    }
}
