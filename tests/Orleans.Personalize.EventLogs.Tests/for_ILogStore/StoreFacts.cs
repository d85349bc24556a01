using System.Text;

namespace Orleans.Personalize.EventLogs.Tests.for_ILogStore;

/// <summary>What every store does.</summary>
public static class StoreFacts
{
    public static async Task HoldAsync(ILogStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Assert.Empty(await store.ListAsync("t/events/"));
        Assert.Null(await store.OpenAsync("t/events/none"));
        await store.DeleteAsync("t/events/none");
        Assert.False(await store.TrySealAsync("t/events/none", "seal"u8.ToArray()));

        await using (var appender = await store.CreateAsync("t/events/b"))
        {
            await appender.AppendAsync("one "u8.ToArray());
            await appender.AppendAsync("two"u8.ToArray());
            Assert.Equal("one two", await TextAsync(store, "t/events/b"));
        }

        await Assert.ThrowsAnyAsync<IOException>(() => store.CreateAsync("t/events/b"));
        await store.PutAsync("t/events/a", "first"u8.ToArray());
        await store.PutAsync("t/events/a", "second"u8.ToArray());
        await store.PutAsync("t/erased/c", ReadOnlyMemory<byte>.Empty);
        Assert.Equal("second", await TextAsync(store, "t/events/a"));

        var listed = await store.ListAsync("t/events/");
        Assert.Equal([("t/events/a", 6L), ("t/events/b", 7L)], listed.Select(o => (o.Name, o.Bytes)));
        Assert.All(listed, o => Assert.InRange(o.Modified, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal("t/erased/c", Assert.Single(await store.ListAsync("t/erased/")).Name);

        Assert.True(await store.TrySealAsync("t/events/b", " end"u8.ToArray()));
        Assert.StartsWith("one two", await TextAsync(store, "t/events/b"), StringComparison.Ordinal);
        await store.DeleteAsync("t/events/b");
        Assert.Equal("t/events/a", Assert.Single(await store.ListAsync("t/events/")).Name);
    }

    public static async Task<string> TextAsync(ILogStore store, string name)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var content = await store.OpenAsync(name);
        using var reader = new StreamReader(content!, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
