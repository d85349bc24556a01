using System.Net.Sockets;
using Orleans.Personalize.Conformance;

namespace Orleans.Personalize.EventLogs.Tests.for_ILogStore;

public sealed class A_container_of_blobs
{
    private static readonly string Container = $"test-{Guid.NewGuid():N}";

    [AzuriteFact]
    public Task Does_what_every_store_does() => StoreFacts.HoldAsync(LogStores.Open(Container, "UseDevelopmentStorage=true"));

    [AzuriteFact]
    public async Task Takes_no_append_after_it_was_sealed()
    {
        var store = LogStores.Open($"{Container}-sealed", "UseDevelopmentStorage=true");
        await using var appender = await store.CreateAsync("t/events/a");
        await appender.AppendAsync("one"u8.ToArray());

        Assert.True(await store.TrySealAsync("t/events/a", "seal"u8.ToArray()));

        await Assert.ThrowsAnyAsync<IOException>(() => appender.AppendAsync("two"u8.ToArray()));
        Assert.Equal("oneseal", await StoreFacts.TextAsync(store, "t/events/a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=not an address")]
    [InlineData("AccountName=a")]
    [InlineData("AccountName=a;AccountKey=no key")]
    public void A_connection_string_that_says_too_little_is_refused(string connection) =>
        Assert.ThrowsAny<ArgumentException>(() => LogStores.Open("log", connection));

    [Fact]
    public async Task A_storage_that_does_not_answer_is_an_IO_error()
    {
        using var unused = new TcpListener(System.Net.IPAddress.Loopback, 0);
        unused.Start();
        var port = ((System.Net.IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();

        await Assert.ThrowsAnyAsync<IOException>(() => LogStores.Open($"http://127.0.0.1:{port}/account/log?sig=x").ListAsync("t/"));
    }
}
