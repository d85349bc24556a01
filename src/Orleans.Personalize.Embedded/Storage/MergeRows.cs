using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>What the writer reads and writes where a profile takes over another.</summary>
internal static class MergeRows
{
    /// <summary>A merge that was done; null where it was not.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="profile">Number of the profile that stays.</param>
    /// <param name="operation">The merge.</param>
    public static (long Fingerprint, int Events)? Find(SqliteConnection connection, long profile, OperationId operation)
    {
        using var command = connection.Prepared(
            "SELECT fingerprint, events FROM merges WHERE profile = $profile AND operation = $operation", "$profile", "$operation");
        using var reader = command.With(0, profile).With(1, operation.Value).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt32(1)) : null;
    }

    /// <summary>Remembers that a merge was done.</summary>
    public static void Add(SqliteConnection connection, long profile, OperationId operation, long fingerprint, int events)
    {
        using var command = connection.Prepared(
            "INSERT INTO merges (profile, operation, fingerprint, events) VALUES ($profile, $operation, $fingerprint, $events)",
            "$profile",
            "$operation",
            "$fingerprint",
            "$events");
        command.With(0, profile).With(1, operation.Value).With(2, fingerprint).With(3, events).ExecuteNonQuery();
    }

    /// <summary>Hands the events of one profile to another, in their places in the log; those whose ids the other has stay behind.</summary>
    /// <returns>How many were handed over.</returns>
    public static int Move(SqliteConnection connection, long from, long to, ProfileId profile)
    {
        using var move = connection.Prepared(
            "UPDATE OR IGNORE events SET profile = $to, payload = $payload WHERE sequence = $sequence", "$to", "$payload", "$sequence");
        move.With(0, to);
        return Events(connection, from).Sum(e => move.With(1, Payload(e.Event, profile)).With(2, e.Sequence).ExecuteNonQuery());
    }

    /// <summary>Gives one profile the events of another, which keeps them; without those whose ids it has.</summary>
    /// <returns>How many it got.</returns>
    public static int Copy(SqliteConnection connection, long from, long to, ProfileId profile)
    {
        using var copy = connection.Prepared(
            "INSERT OR IGNORE INTO events (profile, id, time, payload) VALUES ($profile, $id, $time, $payload)", "$profile", "$id", "$time", "$payload");
        copy.With(0, to);
        return Events(connection, from).Sum(e => copy
            .With(1, e.Event.Id.Value)
            .With(2, e.Event.Time.ToUnixTimeMilliseconds())
            .With(3, Payload(e.Event, profile))
            .ExecuteNonQuery());
    }

    private static byte[] Payload(ProfileEvent e, ProfileId profile) =>
        JsonSerializer.SerializeToUtf8Bytes(e with { Profile = profile }, PersonalizeJson.Options);

    // A list, because what is read is changed while it is gone through.
    private static List<(long Sequence, ProfileEvent Event)> Events(SqliteConnection connection, long profile)
    {
        using var command = connection.Prepared("SELECT sequence, payload FROM events WHERE profile = $profile ORDER BY sequence", "$profile");
        using var reader = command.With(0, profile).ExecuteReader();
        var events = new List<(long, ProfileEvent)>();
        while (reader.Read())
            events.Add((reader.GetInt64(0), JsonSerializer.Deserialize<ProfileEvent>(reader.GetFieldValue<byte[]>(1), PersonalizeJson.Options)!));
        return events;
    }
}
