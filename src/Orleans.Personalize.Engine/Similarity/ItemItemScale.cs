using System.Text.Json.Serialization;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>One time scale of the item-item model.</summary>
/// <param name="Decay">What remains of an interaction's weight after one more interaction, in (0,1]; 1 for what does not fade.</param>
public sealed record ItemItemScale(double Decay)
{
    // What is left of the weight where a fading history no longer changes the order of titles.
    private const double Negligible = 0.01;

    /// <summary>How many of the latest interactions count at all.</summary>
    [JsonIgnore]
    internal int Reach => Decay >= 1 ? int.MaxValue : Decay <= Negligible ? 1 : (int)Math.Ceiling(Math.Log(Negligible) / Math.Log(Decay));
}
