namespace Orleans.Personalize.Demo.Households;

/// <summary>A country in which the service has members.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Language">IETF language.</param>
/// <param name="Offset">Its clock's difference from UTC; the same all year.</param>
/// <param name="Weight">How many households are there, relative to the others.</param>
internal sealed record Market(string Country, string Language, TimeSpan Offset, double Weight)
{
    /// <summary>All markets.</summary>
    public static IReadOnlyList<Market> All { get; } =
    [
        new("US", "en", TimeSpan.FromHours(-5), 26),
        new("GB", "en", TimeSpan.Zero, 14),
        new("DE", "de", TimeSpan.FromHours(1), 12),
        new("FR", "fr", TimeSpan.FromHours(1), 9),
        new("ES", "es", TimeSpan.FromHours(1), 8),
        new("SE", "sv", TimeSpan.FromHours(1), 7),
        new("BR", "pt", TimeSpan.FromHours(-3), 9),
        new("IN", "hi", TimeSpan.FromMinutes(330), 8),
        new("JP", "ja", TimeSpan.FromHours(9), 7),
    ];
}
