namespace Orleans.Personalize.Gateway.Requests;

/// <summary>Reads the ids that stand in a path.</summary>
internal static class RouteIds
{
    /// <summary>A profile's id.</summary>
    public static ProfileId Profile(string text) => Read<ProfileId>("profile", text);

    /// <summary>A page's id.</summary>
    public static PageId Page(string text) => Read<PageId>("page", text);

    /// <summary>A title's id.</summary>
    public static TitleId Title(string text) => Read<TitleId>("title", text);

    /// <summary>An id, in a path or a parameter.</summary>
    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static TId Read<TId>(string field, string? text)
        where TId : struct, IId<TId> =>
        TId.TryParse(text, null, out var id) ? id : throw new InvalidRequestException(field, IdRules.Reason(TId.MaxLength));
}
