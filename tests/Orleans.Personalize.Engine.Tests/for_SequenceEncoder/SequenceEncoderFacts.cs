using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Engine.Tests.for_SequenceEncoder;

public sealed class SequenceEncoderFacts
{
    private static readonly SequenceShape Shape = new(titles: 70, dimension: 32, hidden: 64);

    private readonly byte[] _bytes = MakeBytes();

    [Fact]
    public void An_event_changes_the_state_and_with_it_the_scores()
    {
        var encoder = SequenceEncoder.Read(_bytes);
        var (before, after) = (new float[70], new float[70]);
        var state = new Half[64];
        encoder.Score(state, null, before);
        encoder.Advance(state, 69, 1, null);
        encoder.Score(state, null, after);
        Assert.Contains(state, value => value != (Half)0);
        Assert.NotEqual(before, after);
        Assert.All(after, score => Assert.True(float.IsFinite(score)));
    }

    [Fact]
    public void The_moment_changes_the_scores()
    {
        var encoder = SequenceEncoder.Read(_bytes);
        var state = new Half[64];
        encoder.Advance(state, 3, 1, null);
        var (soon, late) = (new float[70], new float[70]);
        encoder.Score(state, 10, soon);
        encoder.Score(state, 1_000_000, late);
        Assert.NotEqual(soon, late);
    }

    [Fact]
    public void States_stay_between_minus_one_and_one()
    {
        var encoder = SequenceEncoder.Read(_bytes);
        var state = new Half[64];
        for (var i = 0; i < 1000; i++)
            encoder.Advance(state, i * 31 % 70, (i % 21 / 10f) - 1, (long)i * i * i);
        Assert.All(state, value => Assert.InRange((float)value, -1, 1));
    }

    [Fact]
    public void Events_and_scores_allocate_nothing()
    {
        var encoder = SequenceEncoder.Read(_bytes);
        var (state, scores) = (new Half[64], new float[70]);
        Run(encoder, state, scores);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(encoder, state, scores);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void What_is_not_an_encoder_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => SequenceEncoder.Read(Array.Empty<byte>()));
        Assert.Throws<InvalidDataException>(() => SequenceEncoder.Read(new byte[_bytes.Length]));
        Assert.Throws<InvalidDataException>(() => SequenceEncoder.Read(_bytes.AsMemory(0, _bytes.Length - 4)));
        for (var field = 4; field < 28; field += 4)
        {
            var damaged = (byte[])_bytes.Clone();
            damaged[field] ^= 0x5A;
            Assert.Throws<InvalidDataException>(() => SequenceEncoder.Read(damaged));
        }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        var encoder = SequenceEncoder.Read(_bytes);
        Assert.Throws<ArgumentException>(() => encoder.Advance(new Half[63], 0, 0, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.Advance(new Half[64], 70, 0, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.Advance(new Half[64], -1, 0, null));
        Assert.Throws<ArgumentException>(() => encoder.Score(new Half[64], null, new float[71]));
        Assert.Throws<ArgumentException>(() => new SequenceShape(1, 33, 64));
        Assert.Throws<ArgumentException>(() => new SequenceShape(1, 32, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceShape(0, 32, 64));
        Assert.Throws<ArgumentException>(() => SequenceEncoder.ToBytes(Shape, new float[1]));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(3600, 12)]
    [InlineData(long.MaxValue, 26)]
    public void Gaps_fall_into_orders_of_magnitude(long seconds, int bucket) => Assert.Equal(bucket, SequenceFeatures.GapBucket(seconds));

    [Theory]
    [InlineData(-7f, 0)]
    [InlineData(-1f, 0)]
    [InlineData(0f, 4)]
    [InlineData(float.NaN, 4)]
    [InlineData(1f, 8)]
    public void Strengths_fall_into_equal_parts(float strength, int bucket) => Assert.Equal(bucket, SequenceFeatures.StrengthBucket(strength));

    private static void Run(SequenceEncoder encoder, Half[] state, float[] scores)
    {
        for (var i = 0; i < 50; i++)
        {
            encoder.Advance(state, i, 0.5f, i);
            encoder.Score(state, i, scores);
        }
    }

    private static byte[] MakeBytes()
    {
        var random = new Random(1);
        return SequenceEncoder.ToBytes(Shape, [.. Enumerable.Range(0, Shape.Parameters).Select(_ => (random.NextSingle() - 0.5f) * 0.5f)]);
    }
}
