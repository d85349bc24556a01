using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Experimenting;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>One connection beside the writer, with its compiled queries; used by one caller at a time. Sees what was committed, and never waits for the writer.</summary>
internal sealed class Reader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _findProfile;
    private readonly SqliteCommand _listProfiles;
    private readonly SqliteCommand _profilesOfAccount;
    private readonly SqliteCommand _eventsOfProfile;
    private readonly SqliteCommand _drawProfiles;

    public Reader(SqliteConnection connection)
    {
        _connection = connection;
        _findProfile = ProfileRow.FindCommand(connection);
        _listProfiles = connection.Prepared(
            """
            SELECT settings FROM profiles
            WHERE id > $after AND ($filter = '' OR contains(id, $filter) OR contains(name, $filter))
            ORDER BY id LIMIT $count
            """,
            "$after",
            "$filter",
            "$count");
        _profilesOfAccount = connection.Prepared("SELECT id FROM profiles WHERE account = $account ORDER BY id", "$account");
        _drawProfiles = connection.Prepared("SELECT id, count(*) OVER () FROM profiles ORDER BY order_of_drawing(id), id LIMIT $count", "$count");
        _eventsOfProfile = connection.Prepared("SELECT payload FROM events WHERE profile = $profile ORDER BY sequence", "$profile");
    }

    /// <summary>How many profiles there are, and those that stand first in the order of drawing. Goes through all ids.</summary>
    public (long Profiles, ImmutableArray<ProfileId> Drawn) DrawProfiles(int count)
    {
        using var reader = _drawProfiles.With(0, count).ExecuteReader();
        var drawn = ImmutableArray.CreateBuilder<ProfileId>();
        var profiles = 0L;
        while (reader.Read())
        {
            drawn.Add(new ProfileId(reader.GetString(0)));
            profiles = reader.GetInt64(1);
        }

        return (profiles, drawn.DrainToImmutable());
    }

    public ResidentProfile? FindProfile(ProfileId id) => ProfileRow.Read(_findProfile, id);

    public ImmutableArray<ProfileSettings> ListProfiles(string after, string filter, int count)
    {
        using var reader = _listProfiles.With(0, after).With(1, filter).With(2, count).ExecuteReader();
        var profiles = ImmutableArray.CreateBuilder<ProfileSettings>();
        while (reader.Read())
            profiles.Add(ProfileRow.Settings(reader.GetString(0)));
        return profiles.ToImmutable();
    }

    /// <summary>The profiles that belong to an account, in the ordinal order of their ids.</summary>
    public ImmutableArray<ProfileId> ProfilesOf(AccountId account)
    {
        using var reader = _profilesOfAccount.With(0, account.Value).ExecuteReader();
        var profiles = ImmutableArray.CreateBuilder<ProfileId>();
        while (reader.Read())
            profiles.Add(new ProfileId(reader.GetString(0)));
        return profiles.ToImmutable();
    }

    /// <summary>What was counted of an experiment.</summary>
    public ImmutableArray<(ArmGroup Group, ArmCounts Counts)> ExperimentCounts(ExperimentId experiment) => ExperimentRows.CountsOf(_connection, experiment);

    /// <summary>A profile and all its events in the order of arrival, as of one moment.</summary>
    public (ResidentProfile Profile, ImmutableArray<ProfileEvent> Events)? Export(ProfileId id)
    {
        using var snapshot = _connection.BeginTransaction(deferred: true);
        _findProfile.Transaction = _eventsOfProfile.Transaction = snapshot;
        try
        {
            return FindProfile(id) is { } profile ? (profile, EventsOf(profile)) : null;
        }
        finally
        {
            _findProfile.Transaction = _eventsOfProfile.Transaction = null;
        }
    }

    public void Dispose()
    {
        _findProfile.Dispose();
        _listProfiles.Dispose();
        _profilesOfAccount.Dispose();
        _eventsOfProfile.Dispose();
        _drawProfiles.Dispose();
        _connection.Dispose();
    }

    private ImmutableArray<ProfileEvent> EventsOf(ResidentProfile profile)
    {
        using var reader = _eventsOfProfile.With(0, profile.Number).ExecuteReader();
        var events = ImmutableArray.CreateBuilder<ProfileEvent>();
        while (reader.Read())
            events.Add(JsonSerializer.Deserialize<ProfileEvent>(reader.GetFieldValue<byte[]>(0), PersonalizeJson.Options)!);
        return events.ToImmutable();
    }
}
