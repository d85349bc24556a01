using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Editorial;
using Orleans.Personalize.Embedded.Experimenting;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>The one connection that writes, with its compiled statements. Used by one thread.</summary>
internal sealed class WriterConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _findProfile;
    private readonly SqliteCommand _findNumber;
    private readonly SqliteCommand _countProfiles;
    private readonly SqliteCommand _putProfile;
    private readonly CompiledStatement _putState;
    private readonly CompiledStatement _addEvent;
    private readonly CompiledStatement _putStatistics;
    private readonly CompiledStatement _putOpenings;
    private readonly SqliteCommand _putTitle;
    private readonly SqliteCommand _putVersion;
    private readonly SqliteCommand[] _erase;

    public WriterConnection(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Keep("BEGIN IMMEDIATE");
        _commit = Keep("COMMIT");
        _findProfile = ProfileRow.FindCommand(connection);
        _commands.Add(_findProfile);
        _findNumber = Keep("SELECT number FROM profiles WHERE id = $id", "$id");
        _countProfiles = Keep("SELECT count(*) FROM profiles WHERE account = $account", "$account");
        _putProfile = Keep(
            """
            INSERT INTO profiles (id, name, settings) VALUES ($id, $name, $settings)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings
            RETURNING number
            """,
            "$id",
            "$name",
            "$settings");
        _putState = new CompiledStatement(
            connection,
            """
            INSERT INTO profile_states (profile, state) VALUES ($profile, $state)
            ON CONFLICT (profile) DO UPDATE SET state = excluded.state
            """);
        _addEvent = new CompiledStatement(
            connection,
            """
            INSERT INTO events (profile, id, time, payload) VALUES ($profile, $id, $time, $payload)
            ON CONFLICT (profile, id) DO NOTHING
            """);
        _putTitle = Keep(
            """
            INSERT INTO titles (number, id, content) VALUES ($number, $id, $content)
            ON CONFLICT (id) DO UPDATE SET content = excluded.content
            """,
            "$number",
            "$id",
            "$content");
        _putStatistics = new CompiledStatement(
            connection,
            """
            INSERT INTO title_statistics (title, counts) VALUES ($title, $counts)
            ON CONFLICT (title) DO UPDATE SET counts = excluded.counts
            """);
        _putOpenings = new CompiledStatement(
            connection,
            """
            INSERT INTO search_openings (part, openings) VALUES ($part, $openings)
            ON CONFLICT (part) DO UPDATE SET openings = excluded.openings
            """);
        _putVersion = Keep("UPDATE catalogue SET version = $version", "$version");
        _erase =
        [
            Keep("DELETE FROM events WHERE profile = $profile", "$profile"),
            Keep("DELETE FROM profile_states WHERE profile = $profile", "$profile"),
            Keep("DELETE FROM merges WHERE profile = $profile", "$profile"),
            Keep("DELETE FROM profiles WHERE number = $profile", "$profile"),
        ];
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback() => _connection.Execute("ROLLBACK");

    public ResidentProfile? FindProfile(ProfileId id) => ProfileRow.Read(_findProfile, id);

    /// <summary>The number of a profile, whatever the condition of its state; null where there is none.</summary>
    public long? FindNumber(ProfileId id) => (long?)_findNumber.With(0, id.Value).ExecuteScalar();

    /// <summary>How many profiles belong to an account.</summary>
    public long CountProfiles(AccountId account) => (long)_countProfiles.With(0, account.Value).ExecuteScalar()!;

    /// <returns>The profile's number.</returns>
    public long PutProfile(ProfileSettings settings) =>
        (long)_putProfile
            .With(0, settings.Id.Value)
            .With(1, settings.Name)
            .With(2, JsonSerializer.Serialize(settings, PersonalizeJson.Options))
            .ExecuteScalar()!;

    public void PutState(long profile, ReadOnlySpan<byte> state) => _putState.With(1, profile).With(2, state).Run();

    /// <returns>False where the profile has an event with this id.</returns>
    public bool AddEvent(long profile, EventId id, DateTimeOffset time, ReadOnlySpan<byte> payload) =>
        _addEvent.With(1, profile).With(2, id.Value).With(3, time.ToUnixTimeMilliseconds()).With(4, payload).Run() == 1;

    public void PutTitle(int number, TitleId id, Title? content) =>
        _putTitle
            .With(0, number)
            .With(1, id.Value)
            .With(2, content is null ? null : JsonSerializer.Serialize(content, PersonalizeJson.Options))
            .ExecuteNonQuery();

    public void PutStatistics(int title, TitleStatistics statistics) => _putStatistics.With(1, title).With(2, statistics.Encode()).Run();

    public void PutOpenings(int part, SearchOpenings openings) => _putOpenings.With(1, part).With(2, openings.Encode()).Run();

    public void PutCatalogVersion(long version) => _putVersion.With(0, version).ExecuteNonQuery();

    public void PutRule(EditorialRule rule) => RuleRows.Put(_connection, rule);

    public void RemoveRule(RuleId rule) => RuleRows.Remove(_connection, rule);

    public void PutExperiment(Experiment experiment) => ExperimentRows.Put(_connection, experiment);

    public void RemoveExperiment(ExperimentId experiment) => ExperimentRows.Remove(_connection, experiment);

    public void AddExperimentCounts(ArmGroup group, ArmCounts counts) => ExperimentRows.Add(_connection, group, counts);

    public (long Fingerprint, int Events)? FindMerge(long profile, OperationId operation) => MergeRows.Find(_connection, profile, operation);

    public void AddMerge(long profile, OperationId operation, long fingerprint, int events) =>
        MergeRows.Add(_connection, profile, operation, fingerprint, events);

    /// <returns>How many events were taken.</returns>
    public int TakeEvents(long from, long to, ProfileId profile, bool keep) =>
        keep ? MergeRows.Copy(_connection, from, to, profile) : MergeRows.Move(_connection, from, to, profile);

    /// <summary>Deletes everything kept of a profile.</summary>
    public void Erase(long profile)
    {
        foreach (var command in _erase)
            command.With(0, profile).ExecuteNonQuery();
    }

    /// <summary>Moves all of the write-ahead log into the database and empties it.</summary>
    /// <returns>False where a reader holds on to it; nothing is wrong then, it can be tried again.</returns>
    public bool EmptyLog()
    {
        using var command = _connection.Prepared("PRAGMA wal_checkpoint(TRUNCATE)");
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) == 0;
    }

    public void Dispose()
    {
        foreach (var command in _commands)
            command.Dispose();
        _putState.Dispose();
        _addEvent.Dispose();
        _putStatistics.Dispose();
        _putOpenings.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Keep(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.Prepared(sql, parameters);
        _commands.Add(command);
        return command;
    }
}
