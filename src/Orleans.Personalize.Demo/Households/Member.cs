using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Demo.Households;

/// <summary>A profile with what only its maker knows.</summary>
/// <param name="Number">Its place among all profiles.</param>
/// <param name="Settings">What the service knows.</param>
/// <param name="Market">Where it lives.</param>
/// <param name="Persona">What sort of member it is.</param>
/// <param name="Taste">What it likes.</param>
/// <param name="VisitsPerDay">How often it comes, on average.</param>
/// <param name="Loyalty">How likely it goes on with a series it has begun, in [0,1].</param>
/// <param name="Commutes">Whether it watches on the way to work.</param>
internal sealed record Member(
    int Number, ProfileSettings Settings, Market Market, Persona Persona, Taste Taste, double VisitsPerDay, double Loyalty, bool Commutes);
