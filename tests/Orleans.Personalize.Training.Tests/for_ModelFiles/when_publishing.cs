using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Training.Tests.for_ModelFiles;

public sealed class when_publishing : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private ModelStore Store => new(_folder);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Without_a_model_the_untrained_one_answers()
    {
        Assert.Null(Store.ActiveVersion);
        Assert.Same(PersonalizationModel.Untrained, Store.OpenActive());
        Assert.Empty(Store.Versions());
    }

    [Fact]
    public void A_published_model_is_in_service_also_after_a_restart()
    {
        var version = Store.Publish(stream => stream.Write(TrainedModels.First));
        Assert.Equal(version, Store.ActiveVersion);
        Assert.Equal(version, Store.OpenActive().Info.Version);
    }

    [Fact]
    public void Earlier_versions_stay_and_can_be_put_in_service_again()
    {
        var first = Store.Publish(stream => stream.Write(TrainedModels.First));
        var second = Store.Publish(stream => stream.Write(TrainedModels.Second));
        Assert.Equal(second, Store.OpenActive().Info.Version);
        Assert.Equal(new[] { first, second }.Order(), Store.Versions().Order());
        Store.Activate(first);
        Assert.Equal(first, Store.OpenActive().Info.Version);
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_model_and_no_rest()
    {
        var version = Store.Publish(stream => stream.Write(TrainedModels.First));
        Assert.Throws<IOException>(() => Store.Publish(stream =>
        {
            stream.Write(TrainedModels.Second.AsSpan(0, 100));
            throw new IOException("the disk is full");
        }));
        Assert.Equal(version, Store.OpenActive().Info.Version);
        Assert.Equal(3, Directory.GetFiles(_folder).Length); // The model, the name of the one in service, and the lock.
    }

    [Fact]
    public void What_is_no_model_is_not_published()
    {
        var version = Store.Publish(stream => stream.Write(TrainedModels.First));
        Assert.Throws<InvalidDataException>(() => Store.Publish(stream => stream.Write(new byte[500])));
        Assert.Throws<InvalidDataException>(() => Store.Publish(_ => { }));
        Assert.Equal(version, Store.ActiveVersion);
    }

    [Fact]
    public void A_file_damaged_on_disk_is_refused_with_its_path()
    {
        var version = Store.Publish(stream => stream.Write(TrainedModels.First));
        var path = Directory.GetFiles(_folder, version + "*").Single();
        var bytes = File.ReadAllBytes(path);
        bytes[^100] ^= 1;
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InvalidDataException>(() => Store.OpenActive());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_name_of_the_version_in_service_is_refused()
    {
        Store.Publish(stream => stream.Write(TrainedModels.First));
        File.WriteAllText(Path.Combine(_folder, "active"), "../../etc/passwd");
        Assert.Throws<InvalidDataException>(() => Store.OpenActive());
    }

    [Fact]
    public void A_missing_version_is_named()
    {
        Assert.Throws<UnknownModelException>(() => Store.Activate("0123456789abcdef"));
        Assert.Throws<UnknownModelException>(() => Store.Open("0123456789abcdef"));
    }

    [Fact]
    public void Rolling_back_leads_through_what_was_in_service_before_one_after_the_other()
    {
        var versions = Enumerable.Range(0, 3).Select(i => Add(i)).ToArray();
        Assert.Null(Store.RollBack());
        foreach (var version in versions)
            Store.Activate(version);
        Store.Activate(versions[2]);
        Assert.Equal(versions[1], Store.RollBack());
        Assert.Equal(versions[1], Store.ActiveVersion);
        Assert.Equal(versions[0], Store.RollBack());
        Assert.Null(Store.RollBack());
        Assert.Equal(versions[0], Store.ActiveVersion);
    }

    [Fact]
    public void A_damaged_model_is_neither_activated_nor_rolled_back_to()
    {
        var (first, second) = (Add(0), Add(1));
        Store.Activate(first);
        Store.Activate(second);
        Damage(first);
        Assert.Throws<InvalidDataException>(() => Store.Activate(first));
        Assert.Throws<InvalidDataException>(() => Store.RollBack());
        Assert.Equal(second, Store.OpenActive().Info.Version);
    }

    [Fact]
    public void Where_the_active_one_is_damaged_the_one_before_can_be_opened()
    {
        var (first, second) = (Add(0), Add(1));
        Store.Activate(first);
        Store.Activate(second);
        Damage(second);
        var refused = new List<Exception>();
        Assert.Equal(first, Store.OpenActiveOrBefore(refused.Add)?.Info.Version);
        Assert.Single(refused);
        Damage(first);
        Assert.Null(Store.OpenActiveOrBefore(refused.Add));
    }

    [Fact]
    public void The_oldest_are_deleted_but_never_the_active_one_nor_the_one_before()
    {
        var versions = Enumerable.Range(0, 6).Select(i => Add(i)).ToArray();
        for (var i = 0; i < versions.Length; i++)
            File.SetLastWriteTimeUtc(Path.Combine(_folder, versions[i] + ".model"), DateTime.UnixEpoch.AddDays(i));
        Store.Activate(versions[0]);
        Store.Activate(versions[1]);
        Assert.Equal([versions[3], versions[2]], Store.Prune(4));
        Assert.Equal([versions[5], versions[4]], Store.Prune(0));
        Assert.Equal(new[] { versions[0], versions[1] }.Order(), Store.Versions().Order());
        Assert.Equal(versions[0], Store.RollBack());
    }

    [Fact]
    public void What_is_listed_says_which_one_answers_and_what_cannot_be_read()
    {
        var (first, second, third) = (Add(0), Add(1), Add(2));
        Store.Activate(first);
        Store.Activate(second);
        Damage(third);
        var listed = Store.List().ToDictionary(model => model.Version);
        Assert.Equal((ModelStanding.Before, ModelStanding.InService, ModelStanding.Kept), (listed[first].Standing, listed[second].Standing, listed[third].Standing));
        Assert.Equal(first, listed[first].Info?.Version);
        Assert.Null(listed[third].Info);
        Assert.NotNull(listed[third].Problem);
    }

    [Fact]
    public async Task Changes_of_many_at_once_lose_none()
    {
        var versions = Enumerable.Range(0, 4).Select(i => Add(i)).ToArray();
        await Task.WhenAll(versions.Select(version => Task.Run(() => Store.Activate(version))));
        var gone = new List<string?> { Store.ActiveVersion };
        for (var i = 1; i < versions.Length; i++)
            gone.Add(Store.RollBack());
        Assert.Equal(versions.Order(), gone.Order());
    }

    [Fact]
    public void A_model_in_use_outlives_its_replacement()
    {
        Store.Publish(stream => stream.Write(TrainedModels.First));
        var model = Store.OpenActive();
        Store.Publish(stream => stream.Write(TrainedModels.Second));
        Assert.Equal(24, model.Titles.Length);
        Assert.NotEqual(model.Info.Version, Store.OpenActive().Info.Version);
    }

    private string Add(int seed) => Store.Add(stream => PersonalizationModel.Write(
        ModelContent.Unlearnt with { Manifest = ModelManifest.Unlearnt with { Events = seed } }, stream));

    private void Damage(string version)
    {
        var path = Path.Combine(_folder, version + ".model");
        var bytes = File.ReadAllBytes(path);
        bytes[^10] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
