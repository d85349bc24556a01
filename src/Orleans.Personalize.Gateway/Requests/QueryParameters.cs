using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>The parameters an endpoint takes; any other is refused. Marks the endpoint, so that filter and OpenAPI document see them.</summary>
internal sealed class QueryParameters(params QueryParameter[] known)
{
    private static readonly HomeRequest Home = new() { Profile = default };
    private static readonly HomeRowsRequest Further = new() { Profile = default, Page = default, After = string.Empty };
    private static readonly RecommendationRequest Flat = new() { Profile = default };
    private static readonly SimilarRequest Alike = new() { Profile = default, Title = default };
    private static readonly ProfileQuery Listing = new();

    public static readonly NumberParameter Rows = new("rows", 1, 40, Home.Rows, "How many rows at most.");
    public static readonly NumberParameter Columns = new("columns", 1, 75, Home.Columns, "How many titles in a row at most.");
    public static readonly ChoiceParameter<DeviceKind> Device = new("device", Home.Device, "The screen it is for.");

    public static readonly TextParameter Country = new(
        "country", 2, "^[A-Z]{2}$", "must be two capital letters (ISO 3166-1 alpha-2)", "The country the profile is in; its own when left out.");

    public static readonly NumberParameter UtcOffset = new(
        "utcOffsetMinutes", -840, 840, null, "The profile's offset from UTC in minutes; that of its last event when left out.");

    public static readonly FlagParameter Explain = new("explain", "Whether each card carries the parts of its score.");
    public static readonly NumberParameter RowCount = new("count", 1, 40, Further.Count, "How many rows at most.");

    public static readonly TextParameter Cursor = new(
        "after", 7_000, "^[A-Za-z0-9_-]+$", "must be the 'next' of the page or of the rows before", "The 'next' of the page or of the rows before. Required.");

    public static readonly NumberParameter RecommendationCount = new("count", 1, 500, Flat.Count, "How many titles at most.");
    public static readonly NumberParameter SurveyCount = new("count", 1, 50, 12, "How many titles at most.");
    public static readonly NumberParameter SimilarCount = new("count", 1, 200, Alike.Count, "How many titles at most.");
    public static readonly NumberParameter ProfileCount = new("count", 1, 1_000, Listing.Count, "How many profiles at most.");

    public static readonly TextParameter After = new(
        "after", ProfileId.MaxLength, null, IdRules.Reason(ProfileId.MaxLength), "List those after this profile id: the 'next' of the answer before.");

    public static readonly TextParameter Filter = new(
        "filter", 200, null, "must be 1 to 200 characters, without control characters", "Only profiles whose id or name contains this text.");

    /// <summary>The parameters.</summary>
    public IReadOnlyList<QueryParameter> Known { get; } = known;

    /// <summary>Refuses what the endpoint does not take.</summary>
    /// <exception cref="InvalidRequestException">A parameter is unknown.</exception>
    public void RefuseOthers(IQueryCollection query)
    {
        foreach (var name in query.Keys)
        {
            if (!Known.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidRequestException(name, Known.Count == 0
                    ? "is not a parameter here; there are none"
                    : "is not a parameter here; known are " + string.Join(", ", Known.Select(p => p.Name)));
            }
        }
    }
}
