using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Households;

namespace Orleans.Personalize.Engine.Pages;

/// <content>What the household and the service add to the score.</content>
internal sealed partial class PageContext
{
    // Standard deviations.
    private const float MostAdded = 100;

    private PageView? _view;

    /// <summary>The same for sources of rows and of parts of the score.</summary>
    public PageView View => _view ??= new PageView(this);

    /// <summary>Whether the profile begins with what its household likes.</summary>
    public bool HasHousehold { get; private set; }

    /// <summary>The rank of a title by what is known of the profile itself.</summary>
    public float OwnRank(int title) => Workspace.Rank[title] - (HasHousehold ? (float)Options.HouseholdStrength * Workspace.Household[title] : 0);

    private void AddHousehold()
    {
        if (Moment.Siblings.IsDefaultOrEmpty || !HouseholdTaste.Fill(this, Workspace.Household)) return;
        HasHousehold = true;
        TensorPrimitives.MultiplyAdd(Workspace.Household, (float)Options.HouseholdStrength, Workspace.Rank, Workspace.Rank);
    }

    private void AddScoresBesides()
    {
        var sources = Basis.ScoresBesides;
        for (var i = 0; i < sources.Length; i++)
        {
            if (Workspace.ScoresBesides.Count == i) Workspace.ScoresBesides.Add(new float[Workspace.Rank.Length]);
            var scores = Workspace.ScoresBesides[i];
            Array.Clear(scores);
            try
            {
                sources[i].Score(View, scores);
            }
            catch
            {
                Dispose();
                throw;
            }

            ClearBeyond(scores, MostAdded);
            TensorPrimitives.Add(Workspace.Rank, scores, Workspace.Rank);
        }
    }

    // What is no number is not within any limit.
    private static void ClearBeyond(Span<float> values, float limit)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var limits = new Vector<float>(limit);
        foreach (ref var vector in vectors)
            vector = Vector.ConditionalSelect(Vector.LessThanOrEqual(Vector.Abs(vector), limits), vector, Vector<float>.Zero);
        foreach (ref var value in values[(vectors.Length * Vector<float>.Count)..])
            value = MathF.Abs(value) <= limit ? value : 0;
    }
}
