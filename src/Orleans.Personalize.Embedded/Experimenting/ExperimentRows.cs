using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded.Experimenting;

/// <summary>How experiments and what was counted of them are read and written.</summary>
internal static class ExperimentRows
{
    /// <summary>All experiments.</summary>
    public static IEnumerable<Experiment> All(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT content FROM experiments");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return JsonSerializer.Deserialize<Experiment>(reader.GetString(0), PersonalizeJson.Options)!;
    }

    /// <summary>Adds or replaces an experiment.</summary>
    public static void Put(SqliteConnection connection, Experiment experiment)
    {
        using var command = connection.Prepared(
            "INSERT INTO experiments (id, content) VALUES ($id, $content) ON CONFLICT (id) DO UPDATE SET content = excluded.content", "$id", "$content");
        command.With(0, experiment.Id.Value).With(1, JsonSerializer.Serialize(experiment, PersonalizeJson.Options)).ExecuteNonQuery();
    }

    /// <summary>Takes an experiment away, with what was counted.</summary>
    public static void Remove(SqliteConnection connection, ExperimentId experiment)
    {
        using var counts = connection.Prepared("DELETE FROM experiment_counts WHERE experiment = $id", "$id");
        counts.With(0, experiment.Value).ExecuteNonQuery();
        using var command = connection.Prepared("DELETE FROM experiments WHERE id = $id", "$id");
        command.With(0, experiment.Value).ExecuteNonQuery();
    }

    /// <summary>Adds to what was counted of a group.</summary>
    public static void Add(SqliteConnection connection, ArmGroup group, ArmCounts counts)
    {
        using var command = connection.Prepared(
            """
            INSERT INTO experiment_counts (experiment, arm, part, visits, impressions, plays, completed)
            VALUES ($experiment, $arm, $part, $visits, $impressions, $plays, $completed)
            ON CONFLICT (experiment, arm, part) DO UPDATE SET
              visits = visits + excluded.visits, impressions = impressions + excluded.impressions,
              plays = plays + excluded.plays, completed = completed + excluded.completed
            """,
            "$experiment",
            "$arm",
            "$part",
            "$visits",
            "$impressions",
            "$plays",
            "$completed");
        command.With(0, group.Experiment.Value).With(1, group.Arm).With(2, group.Group)
            .With(3, counts.Visits).With(4, counts.Impressions).With(5, counts.Plays).With(6, counts.Completed)
            .ExecuteNonQuery();
    }

    /// <summary>What was counted of an experiment.</summary>
    public static ImmutableArray<(ArmGroup Group, ArmCounts Counts)> CountsOf(SqliteConnection connection, ExperimentId experiment)
    {
        using var command = connection.Prepared(
            "SELECT arm, part, visits, impressions, plays, completed FROM experiment_counts WHERE experiment = $experiment", "$experiment");
        using var reader = command.With(0, experiment.Value).ExecuteReader();
        var counts = ImmutableArray.CreateBuilder<(ArmGroup, ArmCounts)>();
        while (reader.Read())
        {
            counts.Add((
                new ArmGroup(experiment, reader.GetInt32(0), reader.GetInt32(1)),
                new ArmCounts(reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5))));
        }

        return counts.DrainToImmutable();
    }
}
