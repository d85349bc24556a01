using System.Text;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.EventLogs.Tests.for_SharedModels;

public sealed class Sharing : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shared-models-");
    private readonly ModelStore _trained;
    private readonly FailingStore _store;
    private readonly ModelStore _cache;
    private readonly SharedModels _node;

    public Sharing()
    {
        _trained = new ModelStore(Path.Combine(_folder.FullName, "trained"));
        _store = new FailingStore(new FolderLogStore(Path.Combine(_folder.FullName, "store")));
        (_node, _cache) = NewNode("one");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_put_in_service_on_one_node_comes_to_every_other()
    {
        var (first, second) = (await PublishAsync(1), await PublishAsync(2));
        var (other, cache) = NewNode("two");
        await other.FollowAsync();
        Assert.Null(cache.ActiveVersion);

        await _node.ActivateAsync(first);
        await other.FollowAsync();
        Assert.Equal((first, first), (_cache.OpenActive().Info.Version, cache.OpenActive().Info.Version));

        await _node.ActivateAsync(second);
        await other.FollowAsync();
        Assert.Equal(second, cache.OpenActive().Info.Version);
        Assert.Equal(
            [(first, ModelStanding.Before), (second, ModelStanding.InService)],
            (await other.ListAsync()).OrderBy(model => model.Version != first).Select(model => (model.Info!.Version, model.Standing)));

        Assert.Equal(first, await other.RollBackAsync());
        await _node.FollowAsync();
        Assert.Equal(first, _cache.OpenActive().Info.Version);
        Assert.Null(await other.RollBackAsync());
    }

    [Fact]
    public async Task Nothing_is_fetched_while_nothing_changes()
    {
        await _node.ActivateAsync(await PublishAsync(1));
        var (other, _) = NewNode("two");
        await other.FollowAsync();
        _store.Opened.Clear();
        await other.FollowAsync();
        await other.FollowAsync();
        Assert.Equal(["acme/active", "acme/active"], _store.Opened);
    }

    [Theory]
    [InlineData("not a model")]
    [InlineData("")]
    public async Task A_model_that_is_damaged_in_the_store_is_refused_and_the_one_in_service_stays(string content)
    {
        var first = await PublishAsync(1);
        await _node.ActivateAsync(first);
        await _store.PutAsync("acme/00000000000000aa.model", Encoding.ASCII.GetBytes(content));
        await Assert.ThrowsAsync<InvalidDataException>(() => _node.ActivateAsync("00000000000000aa"));
        Assert.NotNull((await _node.ListAsync()).Single(model => model.Version == "00000000000000aa").Problem);

        // Somebody wrote the name without asking.
        await _store.PutAsync("acme/active", Encoding.ASCII.GetBytes($"00000000000000aa\n{first}"));
        var (other, cache) = NewNode("two");
        await Assert.ThrowsAsync<InvalidDataException>(() => other.FollowAsync());
        await other.FollowAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => _node.FollowAsync());
        Assert.Equal(first, _cache.ActiveVersion);
        Assert.Null(cache.ActiveVersion);
    }

    [Fact]
    public async Task A_model_under_the_name_of_another_is_refused()
    {
        var version = SmallModel.Add(_trained, 1);
        await _store.PutAsync("acme/00000000000000bb.model", _trained.ReadFile(version));
        await Assert.ThrowsAsync<InvalidDataException>(() => _node.ActivateAsync("00000000000000bb"));
        await Assert.ThrowsAsync<UnknownModelException>(() => _node.ActivateAsync("00000000000000cc"));
        await Assert.ThrowsAsync<UnknownModelException>(() => SharedModels.PublishAsync(_trained, "00000000000000cc", _store, "acme", keep: 5));
    }

    [Fact]
    public async Task A_file_that_is_damaged_on_the_node_is_fetched_again()
    {
        var version = await PublishAsync(1);
        await _node.ActivateAsync(version);
        await File.WriteAllTextAsync(Path.Combine(_cache.Directory, $"{version}.model"), "damaged");
        await _node.ActivateAsync(version);
        Assert.Equal(version, _cache.OpenActive().Info.Version);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_changes_nothing_and_is_asked_again()
    {
        var (first, second) = (await PublishAsync(1), await PublishAsync(2));
        await _node.ActivateAsync(first);
        _store.Fails = name => name == "acme/active";
        await Assert.ThrowsAsync<UnavailableException>(() => _node.ActivateAsync(second));
        await Assert.ThrowsAsync<UnavailableException>(() => _node.RollBackAsync());
        await Assert.ThrowsAsync<UnavailableException>(() => _node.ListAsync());
        await Assert.ThrowsAnyAsync<IOException>(() => _node.FollowAsync());
        Assert.Equal(first, _cache.ActiveVersion);

        _store.Fails = _ => false;
        await _node.ActivateAsync(second);
        var (other, cache) = NewNode("two");
        _store.Fails = name => name.EndsWith(".model", StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<IOException>(() => other.FollowAsync());
        _store.Fails = _ => false;
        await other.FollowAsync();
        Assert.Equal(second, cache.ActiveVersion);
    }

    [Fact]
    public async Task Old_models_leave_the_store_but_never_the_one_in_service_and_the_one_before()
    {
        var (first, second) = (await PublishAsync(1, keep: 2), await PublishAsync(2, keep: 2));
        await _node.ActivateAsync(first);
        await _node.ActivateAsync(second);
        await PublishAsync(3, keep: 2);
        var newest = await PublishAsync(4, keep: 2);
        Assert.Equal(new[] { first, second, newest }.Order(), (await _node.ListAsync()).Select(model => model.Version).Order());
    }

    [Fact]
    public async Task Tenants_have_models_of_their_own()
    {
        var version = await PublishAsync(1);
        await _node.ActivateAsync(version);
        var (other, cache) = NewNode("two", tenant: "other");
        await other.FollowAsync();
        Assert.Null(cache.ActiveVersion);
        Assert.Empty(await other.ListAsync());
        await Assert.ThrowsAsync<UnknownModelException>(() => other.ActivateAsync(version));
    }

    private async Task<string> PublishAsync(int seed, int keep = 5)
    {
        var version = SmallModel.Add(_trained, seed);
        await SharedModels.PublishAsync(_trained, version, _store, "acme", keep);
        return version;
    }

    private (SharedModels Node, ModelStore Cache) NewNode(string name, string tenant = "acme")
    {
        var cache = new ModelStore(Path.Combine(_folder.FullName, name));
        return (new SharedModels(cache, _store, tenant), cache);
    }
}
