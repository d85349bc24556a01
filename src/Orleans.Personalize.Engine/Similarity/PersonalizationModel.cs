using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>What was learnt from everybody: an immutable view over the bytes of a model file, which may be memory-mapped.</summary>
public sealed class PersonalizationModel
{
    private const int MaxDimension = 1024;

    private readonly FrozenDictionary<TitleId, int> _numbers;
    private readonly Lazy<float[]> _gram;

    private PersonalizationModel(ModelFile file, string version)
    {
        Manifest = file.Json<ModelManifest>(ModelSection.Manifest).Extended(ScoreBuffer.PartCount);
        CheckManifest();
        Titles = ReadTitles(file);
        if (Titles.Distinct().Count() != Titles.Length)
            throw new InvalidDataException("The model file is damaged: two of its titles have the same id.");
        _numbers = Titles.Select((title, number) => (title, number)).ToFrozenDictionary(entry => entry.title, entry => entry.number);
        long titles = Titles.Length;
        var vectors = titles * Manifest.Dimension;
        Popularity = file.Section<float>(ModelSection.Popularity, titles);
        Newness = file.OptionalSection<float>(ModelSection.Newness, titles);
        Quality = file.Section<float>(ModelSection.Quality, titles);
        Judgements = file.OptionalSection<float>(ModelSection.Judgements, titles * (1 + Manifest.Match.Dimension));
        CommunityLifts = file.OptionalSection<Half>(ModelSection.CommunityLifts, titles * Manifest.Communities.Length);
        RowStarts = file.Section<int>(ModelSection.RowStarts, (Manifest.Scales.Length * titles) + 1);
        RowTitles = file.Section<ushort>(ModelSection.RowTitles, RowStarts.Span[^1]);
        RowWeights = file.Section<Half>(ModelSection.RowWeights, RowStarts.Span[^1]);
        Vectors = file.Section<float>(ModelSection.Vectors, vectors);
        Themes = file.Section<ulong>(ModelSection.Themes);
        ThemeVectors = file.Section<float>(ModelSection.ThemeVectors, (long)Themes.Span.Length * Manifest.Dimension);
        _gram = new Lazy<float[]>(() => FoldIn.GramOf(Vectors.Span, Manifest.Dimension));
        Encoder = ReadEncoder(file);
        CheckShape();
        Info = new ModelInfo
        {
            Version = version,
            TrainedAt = Manifest.TrainedAt,
            Titles = Titles.Length,
            Events = Manifest.Events,
            Profiles = Manifest.Profiles,
            Dimension = Manifest.Dimension,
            Bytes = file.Length,
            Metrics = Manifest.Metrics,
        };
    }

    /// <summary>A model that learnt nothing: answers come from content and from what is watched now.</summary>
    public static PersonalizationModel Untrained { get; } = MakeUntrained();

    /// <summary>What there is to say about the model.</summary>
    public ModelInfo Info { get; }

    /// <summary>The small things in the file: how it was trained, how parts are blended.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The titles that it learnt from plays; their places are the model's own numbers.</summary>
    public ImmutableArray<TitleId> Titles { get; }

    /// <summary>The encoder that reads histories in their order; its titles have the model's own numbers. Null where there is none.</summary>
    public SequenceEncoder? Encoder { get; }

    internal ModelArray<float> Popularity { get; }

    internal ModelArray<float> Newness { get; }

    internal ModelArray<float> Quality { get; }

    internal ModelArray<float> Judgements { get; }

    internal ModelArray<Half> CommunityLifts { get; }

    internal ModelArray<int> RowStarts { get; }

    internal ModelArray<ushort> RowTitles { get; }

    internal ModelArray<Half> RowWeights { get; }

    internal ModelArray<float> Vectors { get; }

    /// <summary>The Gramian of <see cref="Vectors"/>, for folding in.</summary>
    internal ReadOnlySpan<float> Gram => _gram.Value;

    internal ModelArray<ulong> Themes { get; }

    internal ModelArray<float> ThemeVectors { get; }

    /// <summary>Reads a model; the memory must stay valid and unchanged as long as the model is used.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model, of an unknown format version, or damaged (checksum).</exception>
    public static PersonalizationModel Read(ReadOnlyMemory<byte> bytes)
    {
        var file = ModelFile.Read(bytes);
        return new PersonalizationModel(file, file.Version);
    }

    /// <summary>Writes the model file that <see cref="Read"/> reads.</summary>
    public static void Write(ModelContent content, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Titles.Length, ModelContent.MaxTitles, nameof(content));
        var names = content.Titles.Select(title => System.Text.Encoding.UTF8.GetBytes(title.Value)).ToList();
        var starts = new int[names.Count + 1];
        for (var i = 0; i < names.Count; i++)
            starts[i + 1] = starts[i] + names[i].Length;
        ModelFile.Write(
            [
                (ModelSection.Manifest, JsonSerializer.SerializeToUtf8Bytes(content.Manifest, JsonSerializerOptions.Web)),
                (ModelSection.TitleStarts, Bytes<int>(starts)),
                (ModelSection.TitleNames, names.SelectMany(name => name).ToArray()),
                (ModelSection.Popularity, Bytes(content.Popularity)),
                (ModelSection.Newness, Bytes(content.Newness)),
                (ModelSection.Quality, Bytes(content.Quality)),
                (ModelSection.Judgements, Bytes(content.Judgements)),
                (ModelSection.CommunityLifts, Bytes(content.CommunityLifts)),
                (ModelSection.RowStarts, Bytes(content.RowStarts)),
                (ModelSection.RowTitles, Bytes(content.RowTitles)),
                (ModelSection.RowWeights, Bytes(content.RowWeights)),
                (ModelSection.Vectors, Bytes(content.Vectors)),
                (ModelSection.Themes, Bytes(content.Themes)),
                (ModelSection.ThemeVectors, Bytes(content.ThemeVectors)),
                .. content.Encoder is { } encoder ? [(ModelSection.Encoder, encoder.Bytes)] : Array.Empty<(ModelSection, ReadOnlyMemory<byte>)>(),
            ],
            stream);
    }

    /// <summary>A copy of everything in the file, as <see cref="Write"/> takes it, to make another model from.</summary>
    public ModelContent ToContent() => new()
    {
        Manifest = Manifest,
        Titles = Titles,
        Popularity = Popularity.Span.ToArray(),
        Newness = Newness.Span.ToArray(),
        Quality = Quality.Span.ToArray(),
        Judgements = Judgements.Span.ToArray(),
        CommunityLifts = CommunityLifts.Span.ToArray(),
        RowStarts = RowStarts.Span.ToArray(),
        RowTitles = RowTitles.Span.ToArray(),
        RowWeights = RowWeights.Span.ToArray(),
        Vectors = Vectors.Span.ToArray(),
        Themes = Themes.Span.ToArray(),
        ThemeVectors = ThemeVectors.Span.ToArray(),
        Encoder = Encoder,
    };

    /// <summary>The model's own number of a title, where it learnt from plays of it.</summary>
    public bool TryGetNumber(TitleId title, out int number) => _numbers.TryGetValue(title, out number);

    private static PersonalizationModel MakeUntrained()
    {
        using var stream = new MemoryStream();
        Write(ModelContent.Unlearnt, stream);
        return new PersonalizationModel(ModelFile.Read(stream.ToArray()), "untrained");
    }

    private static ReadOnlyMemory<byte> Bytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.Span).ToArray();

    private static ImmutableArray<TitleId> ReadTitles(ModelFile file)
    {
        var starts = file.Section<int>(ModelSection.TitleStarts).Span;
        var names = file.Section<byte>(ModelSection.TitleNames).Span;
        var titles = ImmutableArray.CreateBuilder<TitleId>(Math.Max(0, starts.Length - 1));
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            if (starts[i] < 0 || starts[i + 1] < starts[i] || starts[i + 1] > names.Length)
                throw new InvalidDataException("The model file is damaged: the names of its titles overlap.");
            titles.Add(new TitleId(System.Text.Encoding.UTF8.GetString(names[starts[i]..starts[i + 1]])));
        }

        return titles.DrainToImmutable();
    }

    private SequenceEncoder? ReadEncoder(ModelFile file)
    {
        if (!file.Has(ModelSection.Encoder))
            return null;
        var encoder = SequenceEncoder.Read(file.Memory(ModelSection.Encoder));
        return encoder.Shape.Titles == Titles.Length
            ? encoder
            : throw new InvalidDataException($"The model file is damaged: its encoder knows {encoder.Shape.Titles} titles instead of {Titles.Length}.");
    }

    private void CheckShape()
    {
        if (CommunityLifts.Span.Length != (long)Titles.Length * Manifest.Communities.Length)
            throw new InvalidDataException("The model file is damaged: its communities have no titles.");
        var starts = RowStarts.Span;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            if (starts[i] < 0 || starts[i + 1] < starts[i])
                throw new InvalidDataException("The model file is damaged: its item-item rows overlap.");
        }

        if (RowTitles.Span.Length > 0 && System.Numerics.Tensors.TensorPrimitives.Max(RowTitles.Span) >= Titles.Length)
            throw new InvalidDataException("The model file is damaged: an item-item row names a title that is not there.");
    }

    private void CheckManifest()
    {
        if (Manifest.Communities.IsDefault || Manifest.Communities.Any(community => community?.Id is null || !(community.Share >= 0)))
            throw new InvalidDataException("The model file is damaged: its communities are out of range.");
        if (Manifest.Dimension is < 0 or > MaxDimension || Manifest.Scales.IsDefault || Manifest.Metrics.IsDefault)
            throw new InvalidDataException("The model file is damaged: its manifest is out of range.");
        if (!Manifest.Blend.HasShape(ScoreBuffer.PartCount)
            || Manifest.TopPicks?.HasShape(ScoreBuffer.PartCount) == false
            || Manifest.Newcomers?.HasShape(ScoreBuffer.PartCount) == false
            || !Manifest.Match.HasShape(ScoreBuffer.PartCount))
            throw new InvalidDataException($"The model blends other parts than the {ScoreBuffer.PartCount} of this program.");
    }
}
