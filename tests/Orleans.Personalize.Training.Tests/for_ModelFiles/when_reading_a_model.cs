using System.Security.Cryptography;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Training.Tests.for_ModelFiles;

public class when_reading_a_model
{
    private const int HeaderBytes = 64;
    private const int ChecksumOffset = 24;

    [Fact]
    public void What_was_written_is_read()
    {
        var model = PersonalizationModel.Read(TrainedModels.First);
        Assert.Equal(24, model.Info.Titles);
        Assert.Equal(600, model.Info.Events);
        Assert.Equal(30, model.Info.Profiles);
        Assert.Equal(TrainedModels.First.Length, model.Info.Bytes);
        Assert.True(model.TryGetNumber(new TitleId("t7"), out var number));
        Assert.Equal("t7", model.Titles[number].Value);
        Assert.False(model.TryGetNumber(new TitleId("unheard-of"), out _));
    }

    [Fact]
    public void The_version_is_the_beginning_of_the_checksum()
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(TrainedModels.First.AsSpan(HeaderBytes)));
        Assert.Equal(checksum[..16], PersonalizationModel.Read(TrainedModels.First).Info.Version);
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var bytes = TrainedModels.First.ToArray();
            var place = i < HeaderBytes - 8 ? i : random.Next(bytes.Length);
            bytes[place] ^= (byte)(1 << random.Next(8));
            if (place is >= HeaderBytes - 8 and < HeaderBytes)
                continue; // Unused bytes of the header.
            Assert.Throws<InvalidDataException>(() => PersonalizationModel.Read(bytes));
        }
    }

    [Fact]
    public void Any_shortened_file_is_refused()
    {
        foreach (var length in Enumerable.Range(0, 200).Concat([TrainedModels.First.Length / 2, TrainedModels.First.Length - 1]))
            Assert.Throws<InvalidDataException>(() => PersonalizationModel.Read(TrainedModels.First.AsMemory(0, length)));
    }

    [Fact]
    public void A_file_of_another_format_version_is_refused_by_its_number()
    {
        var bytes = TrainedModels.First.ToArray();
        bytes[8] = 9;
        var error = Assert.Throws<InvalidDataException>(() => PersonalizationModel.Read(bytes));
        Assert.Contains("version 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_with_a_checksum_that_fits_still_ends_in_a_clear_error_or_a_model()
    {
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var bytes = TrainedModels.First.ToArray();
            bytes[random.Next(HeaderBytes, Math.Min(bytes.Length, 6000))] ^= (byte)(1 << random.Next(8));
            SHA256.HashData(bytes.AsSpan(HeaderBytes), bytes.AsSpan(ChecksumOffset, 32));
            try
            {
                PersonalizationModel.Read(bytes);
            }
            catch (InvalidDataException)
            {
                // As it should.
            }
        }
    }

    [Fact]
    public void An_untrained_model_knows_no_title()
    {
        Assert.Equal(0, PersonalizationModel.Untrained.Info.Titles);
        Assert.Equal("untrained", PersonalizationModel.Untrained.Info.Version);
        Assert.Empty(PersonalizationModel.Untrained.Titles);
    }
}
