using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class Opening_and_closing : EmbeddedFacts
{
    [Fact]
    public async Task A_folder_serves_one_process_at_a_time()
    {
        var first = Open();

        var error = Assert.Throws<DataFolderException>(() => Open());
        Assert.Contains(Folder, error.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        Open();
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await Open().DisposeAsync();
        var known = Number("PRAGMA user_version");
        Execute("PRAGMA user_version = 999");

        var error = Assert.Throws<DataFolderException>(() => Open());

        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
        Assert.Contains("999", error.Message, StringComparison.Ordinal);
        Execute($"PRAGMA user_version = {known}");
        Open();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "personalize.db"), new string('x', 10_000));

        Assert.Throws<DataFolderException>(() => Open());
    }

    [Fact]
    public void Options_out_of_range_are_refused() =>
        Assert.Throws<OptionsValidationException>(() => Open(options => options.ResidentProfiles = 0));

    [Fact]
    public async Task Closing_answers_what_waits_and_empties_the_log()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        var events = Enumerable.Range(0, 100).Select(i => profile.Progressed(SampleCatalog.Film("drama", 1), i)).ToArray();

        var recorded = events.Select(e => RecordAsync(personalizer, e)).ToArray();
        await personalizer.DisposeAsync();
        await Task.WhenAll(recorded);

        Assert.False(new FileInfo(Path.Combine(Folder, "personalize.db-wal")) is { Exists: true, Length: > 0 });
        Assert.Equal(events.Select(e => e.Id), await KeptEventsAsync(Open(), profile.Profile));
    }

    [Fact]
    public async Task A_closed_one_refuses_every_call()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        await personalizer.DisposeAsync();
        await personalizer.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => RecordAsync(personalizer, profile.Opened(SampleCatalog.Film("drama", 1))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => HomeAsync(personalizer, profile.Profile));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => personalizer.GetModelAsync());
    }

    [Fact]
    public async Task A_service_provider_opens_and_closes_it()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddEmbeddedPersonalizer(options => options.DataFolder = Folder);
        using (var host = builder.Build())
        {
            await host.StartAsync();
            Assert.Throws<DataFolderException>(() => Open());
            var personalizer = host.Services.GetRequiredService<IPersonalizer>();
            await personalizer.PutTitlesAsync(SampleCatalog.Titles);
            var profile = await NewProfileAsync(personalizer, "p");
            Assert.Equal(Time.GetUtcNow(), (await personalizer.GetHomeAsync(new HomeRequest { Profile = profile.Profile })).ComposedAt);
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        Assert.Equal(SampleCatalog.Titles.Length, Open().GetStatus().Titles);
    }

    [Fact]
    public async Task A_host_whose_folder_is_taken_does_not_start()
    {
        Open();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEmbeddedPersonalizer(options => options.DataFolder = Folder);
        using var host = builder.Build();

        await Assert.ThrowsAsync<DataFolderException>(() => host.StartAsync());
    }

    private long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "personalize.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "personalize.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
