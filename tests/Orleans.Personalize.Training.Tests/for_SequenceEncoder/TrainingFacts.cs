using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_SequenceEncoder;

public sealed class TrainingFacts : IDisposable
{
    private static readonly SequenceTrainingOptions Small = new()
    {
        Dimension = 32,
        Hidden = 32,
        Shards = 2,
        LanesPerShard = 8,
        Steps = 8,
        Epochs = 3,
        HeldOut = 10,
        Threads = 1,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("sequence").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_time_to_the_next_visit_counts_from_the_end_of_the_one_before_as_in_service()
    {
        const int film = 6000;
        DatasetEvent first = new(0, 1, 0.8f, float.NaN, 1_000_000_000) { ActiveSeconds = film };
        var next = first with { Title = 2, UnixSeconds = first.UnixSeconds + film + 30 };
        var overlapping = first with { Title = 2, UnixSeconds = first.UnixSeconds + 30 };
        Assert.Equal(30, Assert.Single(EventSequences.Of(3, 1, [first, next]).WithoutLast(1).Next).SecondsSince);
        Assert.Equal(0, Assert.Single(EventSequences.Of(3, 1, [first, overlapping]).WithoutLast(1).Next).SecondsSince);
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var sequences = Histories.Random(titles: 40, profiles: 12, longest: 9, seed: 3);
        var shape = new SequenceShape(40, 32, 64);
        var random = new Random(5);
        var weights = Enumerable.Range(0, shape.Parameters).Select(_ => (random.NextSingle() - 0.5f) * 0.4f).ToArray();
        var gradient = new float[shape.Parameters];
        SequenceLoss.Of(shape, weights, sequences, gradient);

        // A direction in every group of weights; single weights drown in the rounding of single precision.
        int[] starts =
        [
            shape.TitleVectors, shape.TitleBias, shape.StrengthVectors, shape.GapVectors, shape.InputWeights, shape.InputBias, shape.RecurrentWeights,
            shape.RecurrentBias, shape.MomentGates, shape.Projection, shape.MomentShifts, shape.Parameters,
        ];
        for (var group = 0; group + 1 < starts.Length; group++)
        {
            var direction = new float[shape.Parameters];
            for (var i = starts[group]; i < starts[group + 1]; i++)
                direction[i] = gradient[i] + ((random.NextSingle() - 0.5f) * 0.01f);
            var length = Math.Sqrt(direction.Sum(d => (double)d * d));
            var expected = gradient.Zip(direction, (g, d) => (double)g * d).Sum() / length;
            var measured = (LossAlong(0.02) - LossAlong(-0.02)) / 0.04;
            Assert.True(Math.Abs(expected - measured) < (0.01 * Math.Abs(expected)) + 2e-4, $"group {group}: {expected:g5} is not {measured:g5}");

            double LossAlong(double distance) => SequenceLoss.Of(
                shape, weights.Zip(direction, (w, d) => (float)(w + (d * distance / length))).ToArray(), sequences, []);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var sequences = Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 7);
        var one = SequenceTrainer.Train(sequences, Small);
        var two = SequenceTrainer.Train(sequences, Small with { Threads = 2 });
        Assert.True(Bytes(one).SequenceEqual(Bytes(two)));
    }

    [Fact]
    public void Another_seed_makes_another_encoder()
    {
        var sequences = Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 7);
        Assert.False(Bytes(SequenceTrainer.Train(sequences, Small)).SequenceEqual(Bytes(SequenceTrainer.Train(sequences, Small with { Seed = 2 }))));
    }

    [Fact]
    public void A_run_that_was_cut_off_is_taken_up_as_if_nothing_had_happened()
    {
        var sequences = Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 7);
        var options = Small with { CheckpointFile = Path.Combine(_folder, "run") };
        using var cut = new CancellationTokenSource();
        var progress = new Told(told =>
        {
            if (told.Fraction > 0.5)
                cut.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => SequenceTrainer.Train(sequences, options, progress: progress, cancellationToken: cut.Token));
        Assert.True(File.Exists(options.CheckpointFile));

        var resumed = SequenceTrainer.Train(sequences, options);
        Assert.True(Bytes(SequenceTrainer.Train(sequences, Small)).SequenceEqual(Bytes(resumed)));
    }

    [Fact]
    public void A_run_on_other_data_is_not_taken_up()
    {
        var options = Small with { CheckpointFile = Path.Combine(_folder, "run") };
        SequenceTrainer.Train(Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 7), options);
        Assert.Throws<InvalidDataException>(() => SequenceTrainer.Train(Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 8), options));
    }

    [Fact]
    public void What_always_follows_is_learnt()
    {
        const int Titles = 50;
        var sequences = Histories.Rounds(Titles, profiles: 150, length: 25);
        var encoder = SequenceTrainer.Train(
            sequences,
            Small with { Hidden = 64, Epochs = 40, LearningRate = 5e-3f, InputDropout = 0, StateDropout = 0, AverageDecay = 0.9f, HeldOut = 0 });
        var scores = new float[Titles];
        for (var first = 0; first < Titles; first++)
        {
            for (var step = 1; step <= 3; step++)
            {
                var state = new Half[encoder.Shape.Hidden];
                for (var i = 0; i < 10; i++)
                    encoder.Advance(state, (first + (i * step)) % Titles, 0.5f, i == 0 ? null : 60);
                encoder.Score(state, 60, scores);
                Assert.Equal((first + (10 * step)) % Titles, scores.AsSpan().IndexOf(scores.Max()));
            }
        }
    }

    [Fact]
    public void A_warm_start_keeps_what_was_learnt_whatever_the_titles_are_numbered()
    {
        const int Titles = 50;
        var trained = SequenceTrainer.Train(Histories.Rounds(Titles, profiles: 150, length: 25), Small with { Epochs = 8, HeldOut = 0 });
        var moved = Histories.Rounds(Titles, profiles: 150, length: 25, title => Titles - title);
        var start = new SequenceWarmStart(trained, [.. Enumerable.Range(0, Titles + 1).Select(title => title == 0 ? -1 : Titles - title)]);
        var once = Small with { Epochs = 1, HeldOut = 0, LearningRate = 1e-4f, AverageDecay = 0 };
        Assert.True(LossOf(SequenceTrainer.Train(moved, once, start)) < LossOf(SequenceTrainer.Train(moved, once)) - 0.5);
        Assert.Throws<ArgumentException>(() => SequenceTrainer.Train(moved, once with { Hidden = 64 }, start));

        double LossOf(SequenceEncoder encoder) => SequenceLoss.Of(encoder.Shape, encoder.Weights, moved, []);
    }

    [Fact]
    public void Progress_goes_from_the_beginning_to_the_end()
    {
        var fractions = new List<double>();
        var steps = new List<string>();
        var progress = new Told(told =>
        {
            fractions.Add(told.Fraction);
            steps.Add(told.Step);
        });
        SequenceTrainer.Train(Histories.Random(titles: 100, profiles: 60, longest: 40, seed: 7), Small, progress: progress);
        Assert.Equal(fractions.Order(), fractions);
        Assert.Equal(1, fractions[^1], 6);
        Assert.Contains("pass 3 of 3, loss ", steps[^1], StringComparison.Ordinal);
    }

    private static byte[] Bytes(SequenceEncoder encoder) => encoder.Bytes.ToArray();

    private sealed class Told(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
