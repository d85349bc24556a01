namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The equations that the vector of one history solves, see <see cref="CatalogVectors"/>; room that is used again.</summary>
internal sealed class FoldInSums
{
    private float[] _values = [];
    private int _dimension;

    /// <summary>Whether they are summed up. It takes longer than to find one vector without them: they are for who answers again after events.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>How many liked titles are summed up.</summary>
    public int Liked { get; set; }

    /// <summary>float[dimension x dimension], row-major: sum of y y' over the liked titles and, with less weight, over all.</summary>
    public Span<float> Matrix => _values.AsSpan(_dimension, _dimension * _dimension);

    /// <summary>float[dimension]: sum of y over the liked titles.</summary>
    public Span<float> Right => _values.AsSpan(0, _dimension);

    /// <summary>Begins to sum up vectors of a length; what is in the room for it means nothing yet.</summary>
    public void Begin(int dimension)
    {
        if (dimension != _dimension)
            _values = new float[dimension * (dimension + 1)];
        (_dimension, IsKnown, Liked) = (dimension, true, 0);
    }

    /// <summary>Leaves them to be summed up when they are needed.</summary>
    public void Forget() => IsKnown = false;
}
