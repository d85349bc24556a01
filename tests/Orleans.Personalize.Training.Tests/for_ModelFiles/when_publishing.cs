using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.ModelFiles;

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
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
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
        Assert.Throws<FileNotFoundException>(() => Store.Activate("0123456789abcdef"));
        Assert.Throws<FileNotFoundException>(() => Store.Open("0123456789abcdef"));
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
}
