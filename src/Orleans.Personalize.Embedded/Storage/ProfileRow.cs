using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>How a profile is found in the database, by the writer and by readers alike.</summary>
internal static class ProfileRow
{
    private const string Find =
        """
        SELECT p.number, p.settings, s.state
        FROM profiles p LEFT JOIN profile_states s ON s.profile = p.number
        WHERE p.id = $id
        """;

    public static SqliteCommand FindCommand(SqliteConnection connection) => connection.Prepared(Find, "$id");

    public static ResidentProfile? Read(SqliteCommand find, ProfileId id)
    {
        using var reader = find.With(0, id.Value).ExecuteReader();
        if (!reader.Read())
            return null;

        var bytes = reader.IsDBNull(2) ? [] : reader.GetFieldValue<byte[]>(2);
        var state = bytes.Length == 0 ? ProfileState.Empty : ProfileState.Decode(bytes);
        return new ResidentProfile(reader.GetInt64(0), Settings(reader.GetString(1)), state, bytes.Length);
    }

    public static ProfileSettings Settings(string json) => JsonSerializer.Deserialize<ProfileSettings>(json, PersonalizeJson.Options)!;
}
