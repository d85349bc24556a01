using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>The parameters by which a caller says which titles it wants to see at all.</summary>
internal static class SelectionParameters
{
    public static readonly TextParameter Filter = new(
        "filter",
        TitleSelection.MaxFilterLength,
        null,
        "must be 1 to 2000 characters, without control characters",
        """Only titles that pass this filter, such as: genre:"Science Fiction" and year>=1990 and not tag:gore. See the API guide.""");

    public static readonly IdsParameter<TitleId> Include = new("include", TitleSelection.MaxTitles, "Only these titles. Given once for each.");

    public static readonly IdsParameter<TitleId> Exclude = new("exclude", TitleSelection.MaxTitles, "Not these titles. Given once for each.");

    /// <summary>What is selected; null where every title is.</summary>
    public static TitleSelection? Read(HttpContext context)
    {
        var selection = new TitleSelection { Filter = Filter.Read(context), Include = Include.Read(context), Exclude = Exclude.Read(context) };
        return selection is { Filter: null, Include.IsEmpty: true, Exclude.IsEmpty: true } ? null : selection;
    }
}
