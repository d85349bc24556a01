using System.Diagnostics.CodeAnalysis;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Engine.Pages.Requests;

/// <summary>Which requests are in range; the first wrong property is named.</summary>
internal static class RequestRules
{
    /// <summary>How many rows a page has at most.</summary>
    public const int MostRows = 40;

    /// <summary>How many titles a row has at most.</summary>
    public const int MostColumns = 75;

    private const int MostRecommendations = 500;
    private const int MostSimilar = 200;
    private const int MostResults = 100;
    private const int LongestQuery = 200;
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    /// <summary>Checks a request for a home page.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(HomeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        CheckRange("rows", request.Rows, MostRows);
        CheckRange("columns", request.Columns, MostColumns);
        CheckDevice(request.Device);
        CheckCountry(request.Country);
        if (request.UtcOffset is { } offset && (offset.Duration() > WidestOffset || offset.Ticks % TimeSpan.TicksPerMinute != 0))
            Refuse("utcOffset", "must be whole minutes from -14:00 to 14:00");
        CheckSelection(request.Selection);
    }

    /// <summary>Checks a request for further rows; the cursor is checked when it is read.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(HomeRowsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        if (request.Page.Value is null) Refuse("page", "is required");
        if (string.IsNullOrEmpty(request.After)) Refuse("after", "is required: the 'next' of the page or of the rows before");
        CheckRange("count", request.Count, MostRows);
        CheckSelection(request.Selection);
    }

    /// <summary>Checks a request for a flat list.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(RecommendationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        CheckRange("count", request.Count, MostRecommendations);
        if (!Enum.IsDefined(request.Purpose)) Refuse("purpose", "is not a known purpose");
        CheckDevice(request.Device);
        CheckCountry(request.Country);
        CheckSelection(request.Selection);
    }

    /// <summary>Checks a search.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        if (string.IsNullOrWhiteSpace(request.Query) || request.Query.Length > LongestQuery)
            Refuse("query", $"must be 1 to {LongestQuery} characters, not only blanks");
        CheckRange("count", request.Count, MostResults);
        CheckSelection(request.Selection);
        if (request.Kind is { } kind && !Enum.IsDefined(kind)) Refuse("kind", "is not a known kind of title");
        CheckDevice(request.Device);
        CheckCountry(request.Country);
    }

    /// <summary>Checks a request for similar titles.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(SimilarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        if (request.Title.Value is null) Refuse("title", "is required");
        CheckRange("count", request.Count, MostSimilar);
        CheckSelection(request.Selection);
    }

    /// <summary>Checks a request for a list in another order.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(RerankRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckProfile(request.Profile);
        if (request.Titles.IsDefaultOrEmpty || request.Titles.Length > RerankRequest.MaxTitles)
            Refuse("titles", $"must be 1 to {RerankRequest.MaxTitles} titles");
        foreach (var title in request.Titles)
        {
            if (title.Value is null) Refuse("titles", "must not hold null");
        }

        CheckCountry(request.Country);
    }

    private static void CheckProfile(ProfileId profile)
    {
        if (profile.Value is null) Refuse("profile", "is required");
    }

    private static void CheckRange(string field, int value, int most)
    {
        if (value < 1 || value > most) Refuse(field, $"must be 1 to {most}");
    }

    private static void CheckDevice(DeviceKind device)
    {
        if (!Enum.IsDefined(device)) Refuse("device", "is not a known kind of device");
    }

    private static void CheckCountry(string? country)
    {
        if (country is not null && !CountryCode.IsValid(country)) Refuse("country", CountryCode.Reason);
    }

    // The filter itself is checked when it is compiled.
    private static void CheckSelection(TitleSelection? selection)
    {
        if (selection is null) return;
        if (!selection.Include.IsDefault && selection.Include.Length > TitleSelection.MaxTitles) Refuse("include", $"must be at most {TitleSelection.MaxTitles} titles");
        if (!selection.Exclude.IsDefault && selection.Exclude.Length > TitleSelection.MaxTitles) Refuse("exclude", $"must be at most {TitleSelection.MaxTitles} titles");
    }

    [DoesNotReturn]
    private static void Refuse(string field, string reason) => throw new InvalidRequestException(field, reason);
}
