namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What an event says about a profile's taste.</summary>
/// <param name="Kind">What sort of thing it says.</param>
/// <param name="Strength">-1 (strongly against) to 1 (strongly for).</param>
public readonly record struct Signal(SignalKind Kind, float Strength)
{
    /// <summary>Whether it belongs into the history that models and scorers see.</summary>
    public bool IsHistory => Kind is SignalKind.Interest or SignalKind.Play or SignalKind.Judgement;
}
