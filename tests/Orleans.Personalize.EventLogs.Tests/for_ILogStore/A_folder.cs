namespace Orleans.Personalize.EventLogs.Tests.for_ILogStore;

public sealed class A_folder : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"personalize-log-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task Does_what_every_store_does() => StoreFacts.HoldAsync(new FolderLogStore(_folder));

    [Fact]
    public async Task Is_not_sealed_while_its_writer_lives()
    {
        var store = new FolderLogStore(_folder);
        await using (var appender = await store.CreateAsync("t/events/a"))
        {
            await appender.AppendAsync("one"u8.ToArray());
            Assert.False(await store.TrySealAsync("t/events/a", "seal"u8.ToArray()));
            await appender.AppendAsync("two"u8.ToArray());
        }

        Assert.True(await store.TrySealAsync("t/events/a", "seal"u8.ToArray()));
        Assert.Equal("onetwo", await StoreFacts.TextAsync(store, "t/events/a"));
    }

    [Fact]
    public async Task Is_found_by_its_path_and_by_its_address()
    {
        await LogStores.Open(_folder).PutAsync("t/events/a", "here"u8.ToArray());

        Assert.Equal("here", await StoreFacts.TextAsync(LogStores.Open(new Uri(_folder).AbsoluteUri), "t/events/a"));
        Assert.Throws<ArgumentException>(() => LogStores.Open("ftp://somewhere/log"));
    }
}
