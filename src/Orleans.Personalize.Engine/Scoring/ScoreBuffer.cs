namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Room for the scores of one answer, filled by a <see cref="TitleScorer"/> and meant to be kept and used again. Not safe for concurrent use.
/// </summary>
public sealed class ScoreBuffer
{
    /// <summary>How many parts there are.</summary>
    public const int PartCount = 17;

    /// <summary>How many parts the first models had.</summary>
    internal const int FewestParts = 7;

    private readonly float[] _values;
    private readonly float[]?[] _shared = new float[]?[PartCount];
    private readonly float[] _weights = new float[PartCount];
    private float[] _scratch = [];
    private float[] _match = [];
    private float[] _membership = [];

    /// <summary>Makes room.</summary>
    /// <param name="count">Length of every array over titles: the catalogue's <see cref="Titles.Catalog.Count"/>.</param>
    /// <param name="followsProfile">
    /// Whether what a history alone decides is kept, so that after an event only what the event changed is worked out: for a buffer that one profile
    /// is scored in again and again. Scores are then the same but for rounding.
    /// </param>
    public ScoreBuffer(int count, bool followsProfile = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        _values = new float[count * (PartCount + 1)];
        if (followsProfile)
            Sums = new HistorySums();
    }

    /// <summary>Length of every array over titles.</summary>
    public int Count { get; }

    /// <summary>The blended score, float[<see cref="Count"/>] by catalogue number; larger is better, negative infinity for holes.</summary>
    public Span<float> Total => _values.AsSpan(0, Count);

    /// <summary>The weight each part had in the last blend, float[<see cref="PartCount"/>] by <see cref="ScorePartKind"/>.</summary>
    public Span<float> Weights => _weights;

    /// <summary>
    /// One part, float[<see cref="Count"/>] by catalogue number, standardized over the titles of the catalogue (mean 0, deviation 1), or for what
    /// happens now a logarithm that is 0 where nothing is known; all zeros where the part has nothing to say.
    /// </summary>
    public ReadOnlySpan<float> Part(ScorePartKind part) => _shared[(int)part] is { } shared ? shared.AsSpan(0, Count) : Own(part);

    /// <summary>Room for one part, which is then this buffer's own; of any content.</summary>
    internal Span<float> Own(ScorePartKind part)
    {
        _shared[(int)part] = null;
        return _values.AsSpan(((int)part + 1) * Count, Count);
    }

    /// <summary>Makes 0 of what stands at some titles in all parts that are this buffer's own.</summary>
    internal void Clear(ReadOnlySpan<int> titles)
    {
        for (var part = 0; part < PartCount && !titles.IsEmpty; part++)
        {
            if (_shared[part] is not null)
                continue;
            var values = _values.AsSpan((part + 1) * Count, Count);
            foreach (var title in titles)
                values[title] = 0;
        }
    }

    /// <summary>Has a part be one that many buffers share.</summary>
    /// <param name="part">The part.</param>
    /// <param name="values">float[<see cref="Count"/>], which nobody changes any more.</param>
    internal void Share(ScorePartKind part, float[] values) => _shared[(int)part] = values;

    /// <summary>What the parts are those of.</summary>
    internal ScoredFor For { get; } = new();

    /// <summary>The titles that are played after the latest ones of the history: nothing stands elsewhere in the parts that say so.</summary>
    internal List<int> Followers { get; } = [];

    /// <summary>What is kept of the profile's history; null where every history is summed up from its beginning.</summary>
    internal HistorySums? Sums { get; set; }

    /// <summary>Room for intermediate results, of any content.</summary>
    internal Span<float> Scratch(int length)
    {
        if (_scratch.Length < length)
            _scratch = new float[length];
        return _scratch.AsSpan(0, length);
    }

    /// <summary>How much the profile belongs to each community.</summary>
    internal Span<float> Membership(int communities)
    {
        if (_membership.Length < communities)
            _membership = new float[communities];
        return _membership.AsSpan(0, communities);
    }

    /// <summary>What the history says of mood and taste, as the match scorer keeps it.</summary>
    internal Span<float> Match(int length)
    {
        if (_match.Length < length)
            _match = new float[length];
        return _match.AsSpan(0, length);
    }
}
