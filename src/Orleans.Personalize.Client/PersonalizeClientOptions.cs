namespace Orleans.Personalize.Client;

/// <summary>What a caller of the cluster decides.</summary>
public sealed class PersonalizeClientOptions
{
    /// <summary>Whose catalogue and profiles are meant: 1 to 64 ASCII letters, digits, '-' and '_'. Tenants never see each other.</summary>
    public string Tenant { get; set; } = "default";

    /// <summary>
    /// How long pages, lists and searches are waited for. Then, where <see cref="Substitutes"/> says so, another answer takes their place, which may
    /// take as long again; otherwise the call ends with <see cref="UnavailableException"/>.
    /// </summary>
    public TimeSpan AnswerDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long events and other changes are tried; a try that gets no answer within a third of it is made again. Then the call ends with
    /// <see cref="UnavailableException"/>: to be made again by the caller, which for events with the same ids changes nothing twice.
    /// </summary>
    public TimeSpan ChangeDeadline { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Whether a page, list or search that the profile's own silo does not answer in time is answered by what the profile got some minutes ago, or by
    /// what is popular; such an answer says so in its property <c>Substitute</c>.
    /// </summary>
    public bool Substitutes { get; set; } = true;

    /// <summary>
    /// Of how many profiles the settings are kept in memory, 0 for none: for substitutes while neither a profile nor the list of profiles can be reached. Some 500 bytes
    /// each.
    /// </summary>
    public int RememberedSettings { get; set; } = 20_000;

    /// <summary>How many home pages are kept in memory to be given again, 0 for none; one of 10 rows of 20 titles takes about 100 kB.</summary>
    public int RememberedPages { get; set; } = 500;
}
