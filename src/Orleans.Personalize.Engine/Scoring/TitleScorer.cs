using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Scores every title of a catalogue for a profile in one pass over its history. Immutable and safe for concurrent use;
/// what changes from call to call is in the caller's <see cref="ScoreBuffer"/>.
/// </summary>
public sealed class TitleScorer
{
    /// <summary>Matches the catalogue with the model and prepares what all answers share.</summary>
    public TitleScorer(Catalog catalog, PersonalizationModel model)
    {
        Catalog = catalog;
        Model = model;
    }

    /// <summary>The titles that are scored.</summary>
    public Catalog Catalog { get; }

    /// <summary>The model they are scored with.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>The vectors that preference vectors are made from.</summary>
    public ITitleVectors Vectors => throw new NotImplementedException();

    /// <summary>Fills a buffer with the blended score and the parts of every title.</summary>
    /// <param name="history">The profile's interactions, oldest first; titles by catalogue number, unknown numbers are passed over.</param>
    /// <param name="preferenceVector">Half[Dimension] of <see cref="Vectors"/>, or empty where there is none.</param>
    /// <param name="moment">What is true right now.</param>
    /// <param name="buffer">A buffer for this catalogue; everything in it is overwritten.</param>
    /// <exception cref="ArgumentException">The buffer or the vector is of another size.</exception>
    public void Score(ReadOnlySpan<Interaction> history, ReadOnlySpan<Half> preferenceVector, Moment moment, ScoreBuffer buffer) =>
        throw new NotImplementedException();

    /// <summary>How probable it is that the profile likes a title once it watches it: a calibrated probability in [0,1].</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="buffer">The buffer that <see cref="Score"/> filled for this profile.</param>
    public float MatchScore(int title, ScoreBuffer buffer) => throw new NotImplementedException();

    /// <summary>How similar every title is to one title, also where one of them was never played.</summary>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="similarity">float[Catalog.Count], overwritten; 0 (nothing in common) to 1, the title itself and holes 0.</param>
    /// <exception cref="ArgumentException">The span is shorter than the catalogue.</exception>
    public void Similarity(int title, Span<float> similarity) => throw new NotImplementedException();
}
