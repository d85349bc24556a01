using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>
/// A model of random numbers with all parts and in the sizes that training gives it by default for a large dataset, every item-item row full:
/// what an answer costs hangs on the shape and not on the numbers.
/// </summary>
internal static class RandomModel
{
    // Largest logarithm of how many times more often a community chooses a title than everybody.
    private const float Lift = 0.8f;

    /// <summary>Makes it.</summary>
    /// <param name="titles">The titles that it knows.</param>
    /// <param name="themes">The themes of the catalogue that they stand in.</param>
    /// <param name="seed">Another seed, other numbers.</param>
    public static PersonalizationModel Create(IReadOnlyList<TitleId> titles, ThemeIndex themes, int seed)
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

        ulong[] known = [.. themes.Themes.Select(theme => theme.Id.Value).Order()];
        var communities = options.Communities.Maximum;
        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with
            {
                Dimension = options.Factors.Dimension,
                FoldIn = new FactorFoldIn(options.Factors.Unobserved, options.Factors.Regularization),
                Scales = [.. options.MultiScale.Scales.Select(scale => new ItemItemScale(scale.Decay)), new ItemItemScale(1)],
                Communities = [.. Enumerable.Range(0, communities).Select(i => new ModelCommunity($"c{i:00}", 1.0 / communities, options.Communities.ProfilesEach))],
                Match = MatchCalibration.Unlearnt with { Dimension = options.Judgements.Dimension, Fading = (float)options.Judgements.Fading },
            },
            Titles = [.. titles],
            Popularity = Numbers(random, count, 0, 1000),
            Quality = Numbers(random, count, -1, 1),
            Judgements = Numbers(random, count * (1 + options.Judgements.Dimension), -0.3f, 0.3f),
            CommunityLifts = Array.ConvertAll(Numbers(random, count * communities, -Lift, Lift), number => (Half)number),
            RowStarts = starts,
            RowTitles = columns,
            RowWeights = weights,
            Vectors = Numbers(random, count * options.Factors.Dimension, -0.2f, 0.2f),
            Themes = known,
            ThemeVectors = Numbers(random, known.Length * options.Factors.Dimension, -0.1f, 0.1f),
            Encoder = Encoder(random, count, new SequenceTrainingOptions()),
        };
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        return PersonalizationModel.Read(stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    // Weights of the size that training begins with.
    private static SequenceEncoder Encoder(Random random, int titles, SequenceTrainingOptions options)
    {
        var shape = new SequenceShape(titles, options.Dimension, options.Hidden);
        var size = 1 / MathF.Sqrt(options.Hidden);
        return SequenceEncoder.Read(SequenceEncoder.ToBytes(shape, Numbers(random, shape.Parameters, -size, size)));
    }

    private static float[] Numbers(Random random, int count, float low, float high)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = low + ((high - low) * random.NextSingle());
        return numbers;
    }
}
