using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_SequenceEncoder;

public sealed class AnsweringFacts
{
    private const int Titles = 70;

    private static readonly SequenceShape Shape = new(Titles, 32, 64);

    private readonly float[] _weights = RandomWeights();

    [Fact]
    public void Answers_are_what_training_computes()
    {
        var encoder = SequenceEncoder.Read(SequenceEncoder.ToBytes(Shape, _weights));
        var sequences = Histories.Random(Titles, profiles: 20, longest: 30, seed: 11);
        var (loss, count) = (0.0, 0);
        var scores = new float[Titles];
        for (var profile = 0; profile < sequences.Profiles; profile++)
        {
            var state = new Half[Shape.Hidden];
            for (var i = 0; i + 1 < sequences.Titles(profile).Length; i++)
            {
                var seconds = sequences.Seconds(profile);
                encoder.Advance(state, sequences.Titles(profile)[i], sequences.Strengths(profile)[i], i == 0 ? null : seconds[i] - seconds[i - 1]);
                encoder.Score(state, seconds[i + 1] - seconds[i], scores);
                var largest = scores.Max();
                loss += Math.Log(scores.Sum(s => Math.Exp(s - largest))) + largest - scores[sequences.Titles(profile)[i + 1]];
                count++;
            }
        }

        // States are kept in half precision between events.
        Assert.Equal(SequenceLoss.Of(Shape, _weights, sequences, []), loss / count, 3e-3);
    }

    [Fact]
    public void Whole_histories_end_in_the_states_of_their_events()
    {
        var encoder = SequenceEncoder.Read(SequenceEncoder.ToBytes(Shape, _weights));
        var sequences = Histories.Random(Titles, profiles: 90, longest: 30, seed: 12);
        var states = FinalStates.Of(Shape, _weights, sequences, threads: 2);
        for (var profile = 0; profile < sequences.Profiles; profile++)
        {
            var state = new Half[Shape.Hidden];
            var seconds = sequences.Seconds(profile);
            for (var i = 0; i < seconds.Length; i++)
                encoder.Advance(state, sequences.Titles(profile)[i], sequences.Strengths(profile)[i], i == 0 ? null : seconds[i] - seconds[i - 1]);
            for (var h = 0; h < Shape.Hidden; h++)
                Assert.Equal(states[(profile * Shape.Hidden) + h], (float)state[h], 5e-3f);
        }
    }

    private static float[] RandomWeights()
    {
        var random = new Random(2);
        float[] weights = [.. Enumerable.Range(0, Shape.Parameters).Select(_ => (random.NextSingle() - 0.5f) * 0.5f)];
        weights.AsSpan(Shape.TitleBias, Shape.PaddedTitles)[Titles..].Fill(-1e4f);
        return weights;
    }
}
