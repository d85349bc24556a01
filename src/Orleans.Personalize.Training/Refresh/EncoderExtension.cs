using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>
/// Makes room for new titles in a sequence encoder, whose other weights stay as they are. A new title gets the mean of what the titles have that
/// were chosen directly before and after it, drawn to the mean of all titles, so that one of which nothing is known scores as an average one.
/// </summary>
internal static class EncoderExtension
{
    // The mean of all titles counts for as many neighbours.
    private const float Prior = 5;

    /// <summary>Adds titles.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="histories">Histories, in which the encoder's titles have its numbers and new ones those behind.</param>
    public static SequenceEncoder Extend(SequenceEncoder encoder, EventHistories histories)
    {
        var (from, known) = (encoder.Shape, encoder.Shape.Titles);
        var shape = new SequenceShape(histories.TitleCount, from.Dimension, from.Hidden);
        var old = encoder.Weights;
        var weights = new float[shape.Parameters];
        weights.AsSpan(shape.TitleBias + shape.Titles, shape.PaddedTitles - shape.Titles).Fill(SequenceInitializer.NoTitle);
        new SequenceWarmStart(encoder, [.. Enumerable.Range(0, shape.Titles).Select(title => title < known ? title : -1)]).Fill(shape, weights);

        var rows = new float[shape.Titles * shape.Dimension];
        var mean = new float[shape.Dimension];
        for (var title = 0; title < known; title++)
        {
            var row = rows.AsSpan(title * shape.Dimension, shape.Dimension);
            for (var d = 0; d < row.Length; d++)
                row[d] = old[from.TitleWeight(title, d)];
            TensorPrimitives.MultiplyAdd(row, 1f / known, mean, mean);
        }

        var meanBias = TensorPrimitives.Sum(old.Slice(from.TitleBias, known)) / known;
        var neighbours = AddNeighbours(histories, known, rows, shape.Dimension);
        for (var title = known; title < shape.Titles; title++)
        {
            var row = rows.AsSpan(title * shape.Dimension, shape.Dimension);
            TensorPrimitives.MultiplyAdd(mean, Prior, row, row);
            TensorPrimitives.Divide(row, Prior + neighbours[title], row);
            weights[shape.TitleBias + title] = meanBias;
            for (var d = 0; d < shape.Dimension; d++)
                weights[shape.TitleWeight(title, d)] = row[d];
        }

        return SequenceEncoder.Read(SequenceEncoder.ToBytes(shape, weights));
    }

    private static int[] AddNeighbours(EventHistories histories, int known, float[] rows, int dimension)
    {
        var neighbours = new int[histories.TitleCount];
        for (var profile = 0; profile < histories.ProfileCount; profile++)
        {
            var titles = histories.Titles(profile);
            for (var position = 1; position < titles.Length; position++)
            {
                Add(titles[position], titles[position - 1]);
                Add(titles[position - 1], titles[position]);
            }
        }

        return neighbours;

        void Add(int title, int other)
        {
            if (title < known || other >= known)
                return;
            var row = rows.AsSpan(title * dimension, dimension);
            TensorPrimitives.Add(row, rows.AsSpan(other * dimension, dimension), row);
            neighbours[title]++;
        }
    }
}
