using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Conformance;
using Orleans.Storage;

namespace Orleans.Personalize.Cluster.Tests.for_FileGrainStorage;

public sealed class Reading_and_writing : IAsyncLifetime
{
    private static readonly GrainId Grain = GrainId.Create("test", "tenant/Ünïcode ?*<>\\ #%41 🎬");
    private readonly TemporaryFolder _folder = new();
    private ClusterUnderTest _cluster = null!;
    private IGrainStorage _storage = null!;

    public async Task InitializeAsync()
    {
        _cluster = new ClusterUnderTest(_folder.Path, new ManualTimeProvider(SampleCatalog.Now), 1);
        await _cluster.StartAsync();
        _storage = _cluster.Cluster.Silos[0].SiloHost.Services.GetRequiredKeyedService<IGrainStorage>(ClusterUnderTest.FilesName);
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_written_is_read()
    {
        var written = await WriteAsync("first state");

        var read = await ReadAsync();

        Assert.True(read.RecordExists);
        Assert.Equal(["first state"], read.State);
        Assert.Equal(written.ETag, read.ETag);
    }

    [Fact]
    public async Task What_was_never_written_is_empty()
    {
        var read = await ReadAsync();

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Empty(read.State);
    }

    [Fact]
    public async Task Two_states_of_one_grain_are_kept_apart()
    {
        await WriteAsync("first state");
        var other = new GrainState<List<string>>(["other"]);
        await _storage.WriteStateAsync("other", Grain, other);

        Assert.Equal(["first state"], (await ReadAsync()).State);
    }

    [Fact]
    public async Task A_writer_that_has_not_seen_the_last_write_is_refused()
    {
        var stale = await WriteAsync("first state");
        var fresh = await ReadAsync();
        fresh.State = ["second state"];
        await _storage.WriteStateAsync("state", Grain, fresh);

        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("state", Grain, new GrainState<List<string>>(["x"])));
        stale.ETag = Guid.NewGuid().ToString("N");
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("state", Grain, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync("state", Grain, stale));

        Assert.Equal(["second state"], (await ReadAsync()).State);
    }

    [Fact]
    public async Task What_was_cleared_is_gone_and_can_be_written_anew()
    {
        var written = await WriteAsync("first state");

        await _storage.ClearStateAsync("state", Grain, written);

        Assert.False((await ReadAsync()).RecordExists);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("first state"));
        await WriteAsync("second state");
        Assert.Equal(["second state"], (await ReadAsync()).State);
    }

    [Fact]
    public async Task A_write_that_a_crash_cut_off_leaves_the_state_before()
    {
        await WriteAsync("first state");
        var file = Assert.Single(_folder.FilesWith("first state"));
        await File.WriteAllTextAsync(file + ".new", "half a");

        var read = await ReadAsync();
        Assert.Equal(["first state"], read.State);
        read.State = ["second state"];
        await _storage.WriteStateAsync("state", Grain, read);
        Assert.Equal(["second state"], (await ReadAsync()).State);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_cleared_too()
    {
        var written = await WriteAsync("first state");
        var file = Assert.Single(_folder.FilesWith("first state"));
        await File.WriteAllTextAsync(file + ".new", "first state");

        await _storage.ClearStateAsync("state", Grain, written);

        Assert.Empty(_folder.FilesWith("first state"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public async Task A_damaged_file_is_an_error_and_never_a_state(int length)
    {
        await WriteAsync("first state");
        var file = Assert.Single(_folder.FilesWith("first state"));
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..length]);
        await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);

        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);
    }

    private async Task<GrainState<List<string>>> WriteAsync(string text)
    {
        var state = new GrainState<List<string>>([text]);
        await _storage.WriteStateAsync("state", Grain, state);
        return state;
    }

    private async Task<GrainState<List<string>>> ReadAsync()
    {
        var state = new GrainState<List<string>>();
        await _storage.ReadStateAsync("state", Grain, state);
        return state;
    }
}
