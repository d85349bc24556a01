using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_ModelFiles;

/// <summary>Two small models, made once.</summary>
internal static class TrainedModels
{
    private static readonly Lazy<byte[]> LazyFirst = new(() => Make(1));
    private static readonly Lazy<byte[]> LazySecond = new(() => Make(2));

    public static byte[] First => LazyFirst.Value;

    public static byte[] Second => LazySecond.Value;

    private static byte[] Make(int seed)
    {
        using var stream = new MemoryStream();
        ModelTrainer.Train(SmallWorld.Create(30, 24, 600, seed), new TrainingOptions()).WriteTo(stream);
        return stream.ToArray();
    }
}
