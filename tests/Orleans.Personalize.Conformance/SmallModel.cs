using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Conformance;

/// <summary>A model over the sample catalogue, small and without meaning, but a real file.</summary>
public static class SmallModel
{
    private const int Dimension = 4;

    /// <summary>Publishes a model into the data folder of a host.</summary>
    /// <returns>Its version; different for each seed.</returns>
    public static string Publish(string dataFolder, int seed)
    {
        var store = new ModelStore(Path.Combine(dataFolder, "models"));
        var version = Add(store, seed);
        store.Activate(version);
        return version;
    }

    /// <summary>Puts a model beside the others; the one in service stays.</summary>
    /// <returns>Its version; different for each seed.</returns>
    public static string Add(ModelStore store, int seed)
    {
        var random = new Random(seed);
        var titles = SampleCatalog.Titles.Length;
        var shape = new SequenceShape(titles, dimension: 32, hidden: 32);
        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with { Dimension = Dimension, TrainedAt = SampleCatalog.Now, Events = 1000 + seed, Profiles = 10 },
            Titles = [.. SampleCatalog.Titles.Select(title => title.Id)],
            Popularity = Vector(titles),
            Quality = Vector(titles),
            Vectors = Vector(titles * Dimension),
            Encoder = SequenceEncoder.Read(SequenceEncoder.ToBytes(shape, [.. Vector(shape.Parameters).Select(weight => weight - 0.5f)])),
        };
        return store.Add(stream => PersonalizationModel.Write(content, stream));

        float[] Vector(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
    }
}
