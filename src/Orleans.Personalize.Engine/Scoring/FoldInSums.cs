namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The equations that the vector of one history solves, see <see cref="CatalogVectors"/>; room that is used again.</summary>
internal sealed class FoldInSums
{
    private float[] _values = [];
    private int _dimension;

    /// <summary>How many liked titles are summed up.</summary>
    public int Liked { get; set; }

    /// <summary>float[dimension x dimension], row-major: sum of y y' over the liked titles and, with less weight, over all.</summary>
    public Span<float> Matrix => _values.AsSpan(_dimension, _dimension * _dimension);

    /// <summary>float[dimension]: sum of y over the liked titles.</summary>
    public Span<float> Right => _values.AsSpan(0, _dimension);

    /// <summary>Makes room for vectors of a length; what is in it afterwards means nothing.</summary>
    public void Resize(int dimension)
    {
        if (dimension != _dimension)
            _values = new float[dimension * (dimension + 1)];
        _dimension = dimension;
    }
}
