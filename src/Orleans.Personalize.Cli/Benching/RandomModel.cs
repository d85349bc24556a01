using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>
/// A model of random numbers in the shape that training gives it by default, with every item-item row full: what an answer costs hangs on
/// the shape and not on the numbers.
/// </summary>
internal static class RandomModel
{
    public static PersonalizationModel Create(IReadOnlyList<TitleId> titles, int seed)
    {
        var random = new Random(seed);
        var options = new TrainingOptions();
        var count = titles.Count;
        var scales = options.MultiScale.Scales.Length + 1;
        var length = Math.Min(options.MultiScale.RowLength, count);
        var starts = new int[(scales * count) + 1];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = i * length;
        var columns = new ushort[starts[^1]];
        var weights = new Half[starts[^1]];
        for (var row = 0; row < scales * count; row++)
        {
            // Ascending, spread over all titles.
            for (var i = 0; i < length; i++)
            {
                columns[(row * length) + i] = (ushort)((((long)i * count) + random.Next(count)) / length);
                weights[(row * length) + i] = (Half)(0.05 * random.NextDouble());
            }
        }

        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with
            {
                Dimension = options.Factors.Dimension,
                FoldIn = new FactorFoldIn(options.Factors.Unobserved, options.Factors.Regularization),
                Scales = [.. options.MultiScale.Scales.Select(scale => new ItemItemScale(scale.Decay)), new ItemItemScale(1)],
                Match = MatchCalibration.Unlearnt with { Dimension = options.Judgements.Dimension, Fading = (float)options.Judgements.Fading },
            },
            Titles = [.. titles],
            Popularity = Numbers(random, count, 0, 1000),
            Quality = Numbers(random, count, -1, 1),
            Judgements = Numbers(random, count * (1 + options.Judgements.Dimension), -0.3f, 0.3f),
            RowStarts = starts,
            RowTitles = columns,
            RowWeights = weights,
            Vectors = Numbers(random, count * options.Factors.Dimension, -0.2f, 0.2f),
        };
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        return PersonalizationModel.Read(stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    private static float[] Numbers(Random random, int count, float low, float high)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = low + ((high - low) * random.NextSingle());
        return numbers;
    }
}
