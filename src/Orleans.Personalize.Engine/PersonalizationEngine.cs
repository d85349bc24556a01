using System.Collections.Immutable;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Notifications;
using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Answers;
using Orleans.Personalize.Engine.Pages.Continuing;
using Orleans.Personalize.Engine.Pages.Requests;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine;

/// <summary>
/// Every decision of the product as pure functions over one catalogue and one model: <c>state + event -> state</c> and
/// <c>state + moment -> answer</c>. Immutable and safe for concurrent use; a host swaps in a new engine when catalogue or model change.
/// </summary>
public sealed class PersonalizationEngine
{
    private const int DescribedThemes = 5;
    private const int DescribedTitles = 10;

    private readonly Basis _basis;
    private readonly ProfileRules _rules;
    private readonly NotificationOptions _notifications;

    /// <summary>Prepares everything that answers share: feature indexes, title vectors, popularity.</summary>
    /// <param name="catalog">The titles to answer from.</param>
    /// <param name="model">What was learnt from everybody.</param>
    /// <param name="pages">How pages are composed; as the extensions say where null.</param>
    /// <param name="text">Finds words in the texts of this very catalogue; where null, searches find nothing.</param>
    /// <param name="search">How search results are ordered; the defaults where null.</param>
    /// <param name="notifications">What is worth sending a message for; the defaults where null.</param>
    /// <param name="extensions">What the service adds; nothing where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">Pages are to have no rows, columns or titles.</exception>
    /// <exception cref="ArgumentException">Two parts of the score would have the same name, or one has none.</exception>
    public PersonalizationEngine(
        Catalog catalog,
        PersonalizationModel model,
        PageOptions? pages = null,
        ITextIndex? text = null,
        SearchOptions? search = null,
        NotificationOptions? notifications = null,
        EngineExtensions? extensions = null)
    {
        _notifications = notifications ?? NotificationOptions.Default;
        Catalog = catalog;
        Model = model;
        var themes = new ThemeIndex(catalog);
        var scorer = new TitleScorer(catalog, themes, model);
        var searches = new SearchBasis(catalog, themes, text ?? NoText.Instance, search ?? SearchOptions.Default);
        _rules = new ProfileRules(catalog, themes, scorer.Encoder, searches, scorer.Communities);
        _basis = new Basis(scorer, themes, pages ?? extensions?.Pages ?? PageOptions.Default, searches, extensions ?? new EngineExtensions());
    }

    /// <summary>The titles it answers from.</summary>
    public Catalog Catalog { get; }

    /// <summary>The model it answers with.</summary>
    public PersonalizationModel Model { get; }

    /// <summary>What all answers share.</summary>
    internal Basis Basis => _basis;

    /// <summary>Looks for what is wrong with an event: unknown title, time in the future, values out of range.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public Problem? Check(ProfileEvent profileEvent, DateTimeOffset now) => EventRules.Check(profileEvent, Catalog, now);

    /// <summary>Applies an event that <see cref="Check(ProfileEvent, DateTimeOffset)"/> found nothing wrong with. A repeated id changes nothing.</summary>
    public ProfileTransition Apply(ProfileState state, ProfileSettings settings, ProfileEvent profileEvent) => _rules.Apply(state, settings, profileEvent);

    /// <summary>Brings a state up to this model: a preference vector of another model is rebuilt from the recent interactions.</summary>
    /// <returns>The state itself where there is nothing to do.</returns>
    public ProfileState Refresh(ProfileState state) => _rules.Refresh(state);

    /// <summary>A profile that takes over what another did and what was learnt of it.</summary>
    public ProfileState Merge(ProfileState target, ProfileState source) => _rules.Merge(target, source);

    /// <summary>The few titles (numbers) whose owners are to be asked what is played next after them, for the next answer to this profile.</summary>
    public ImmutableArray<int> TitlesToConsult(ProfileState state) => _rules.TitlesToConsult(state);

    /// <summary>Composes a home page.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    public HomePage ComposeHome(ProfileState state, ProfileSettings settings, Moment moment, HomeRequest request)
    {
        RequestRules.Check(request);
        using var context = ContextOf(
            state, settings, moment, request.Country, request.Selection, OccasionOf(state, moment, request.Device, request.UtcOffset));
        return HomeAnswer.Compose(context, state, request);
    }

    /// <summary>Composes the next rows of a home page.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range, or its cursor belongs to another page.</exception>
    /// <exception cref="PageGoneException">The page is too old to be continued.</exception>
    public HomeRows ContinueHome(ProfileState state, ProfileSettings settings, Moment moment, HomeRowsRequest request)
    {
        RequestRules.Check(request);
        ArgumentNullException.ThrowIfNull(moment);
        var soFar = PageCursor.Read(request, moment.Now);
        using var context = ContextOf(
            state, settings, moment, soFar.Request.Country, request.Selection, OccasionOf(state, moment, soFar.Request.Device, soFar.Request.UtcOffset));
        return HomeAnswer.Continue(context, soFar, request);
    }

    /// <summary>Ranks titles for a profile as a flat list.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    public RecommendationList Recommend(ProfileState state, ProfileSettings settings, Moment moment, RecommendationRequest request)
    {
        RequestRules.Check(request);
        using var context = ContextOf(
            state, settings, moment, request.Country, request.Selection, OccasionOf(state, moment, request.Device, utcOffset: null));
        return request.Purpose == RecommendationPurpose.Survey
            ? SurveyQuestions.Ask(context, request)
            : RecommendationAnswer.Rank(context, request);
    }

    /// <summary>Ranks titles similar to one, for a profile.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    /// <exception cref="UnknownTitleException">There is no such title, or the profile may not see it.</exception>
    public SimilarList Similar(ProfileState state, ProfileSettings settings, Moment moment, SimilarRequest request)
    {
        RequestRules.Check(request);
        using var context = ContextOf(state, settings, moment, country: null, request.Selection);
        return SimilarAnswer.Rank(context, request, NumberOf(request.Title, context));
    }

    /// <summary>Puts a caller's own list in a profile's order.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    public RerankedList Rerank(ProfileState state, ProfileSettings settings, Moment moment, RerankRequest request)
    {
        RequestRules.Check(request);
        using var context = ContextOf(state, settings, moment, request.Country);
        return RerankAnswer.Rank(context, request);
    }

    /// <summary>Answers a search: titles, and suggestions of what else to search for.</summary>
    /// <param name="state">What is remembered of the profile; brought up to the model.</param>
    /// <param name="settings">What is set for it.</param>
    /// <param name="moment">What is true right now.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="openings">What was opened after the same search, see <see cref="SearchOpenings.After"/>.</param>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    public SearchResults Search(
        ProfileState state, ProfileSettings settings, Moment moment, SearchRequest request, ImmutableArray<(int Title, float Count)> openings)
    {
        RequestRules.Check(request);
        using var context = ContextOf(state, settings, moment, request.Country, request.Selection);
        return SearchAnswer.Find(context, request, openings.IsDefault ? [] : openings);
    }

    /// <summary>Looks for what is wrong with a search, before anything is gathered for it.</summary>
    /// <exception cref="InvalidRequestException">The request is out of range.</exception>
    public static void Check(SearchRequest request) => RequestRules.Check(request);

    /// <summary>One title as the profile should see it.</summary>
    /// <exception cref="UnknownTitleException">There is no such title, or the profile may not see it.</exception>
    public TitlePage DescribeTitle(ProfileState state, ProfileSettings settings, Moment moment, TitleId title)
    {
        using var context = ContextOf(state, settings, moment, country: null);
        return TitleAnswer.Describe(context, NumberOf(title, context));
    }

    /// <summary>Plans what the profile is sent by e-mail or push message.</summary>
    public NotificationPlan PlanNotifications(ProfileState state, ProfileSettings settings, Moment moment)
    {
        using var context = ContextOf(state, settings, moment, country: null);
        return NotificationPlanner.Plan(context, state, _notifications);
    }

    /// <summary>Composes a home page without a rule and with it. The rules of the moment count on both, one of the same id on neither.</summary>
    /// <exception cref="InvalidRequestException">The rule or the request is out of range.</exception>
    public RulePreview Preview(ProfileState state, ProfileSettings settings, Moment moment, RulePreviewRequest request)
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(request);
        if (Check(request.Rule) is { } problem) throw new InvalidRequestException($"rule.{problem.Field}", problem.Reason);
        var home = new HomeRequest
        {
            Profile = request.Profile,
            Rows = request.Rows,
            Columns = request.Columns,
            Device = request.Device,
            Country = request.Country,
            Explain = true,
        };
        var others = moment.Rules.Without(request.Rule.Id);
        return RulePreviews.Compare(
            ComposeHome(state, settings, moment with { Rules = others }, home),
            ComposeHome(state, settings, moment with { Rules = others.With(request.Rule with { Start = null, End = null }) }, home));
    }

    /// <summary>Looks for what is wrong with a rule of the operators: titles that are not in the catalogue, values out of range.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public Problem? Check(EditorialRule rule) => rule is null ? new Problem("rule", "is required") : RuleChecks.Check(rule, Catalog);

    /// <summary>The figures of pages that arms of experiments may change.</summary>
    public ExperimentOptionList DescribeExperimentOptions() => OverridableOptions.List(_basis.Options);

    /// <summary>The model's taste communities, described by what sets them apart.</summary>
    public CommunityList DescribeCommunities()
    {
        var communities = _basis.Communities;
        return new CommunityList
        {
            ModelVersion = Model.Info.Version,
            Communities = [.. communities.Communities.Select((community, i) => new Community
            {
                Id = community.Id,
                Share = community.Share,
                Profiles = (int)Math.Round(community.Profiles),
                Themes = [.. communities.TopThemes(i, _basis.Themes, DescribedThemes).Select(theme => theme.Name)],
                Titles = [.. communities.TopTitles(i, DescribedTitles).Select(title => Catalog[title]).OfType<Title>().Select(title => title.Id)],
            })],
        };
    }

    /// <summary>What was learnt of a profile, in readable form.</summary>
    public LearntTaste Describe(ProfileState state) => _rules.Describe(state);

    /// <summary>Looks for what is wrong with a title that is to enter the catalogue.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(Title title) => TitleRules.Check(title);

    /// <summary>Looks for what is wrong with a profile's settings.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(ProfileSettings settings) => ProfileSettingsRules.Check(settings);

    // A title that the profile may not see is as unknown to it as one that is not there; one it hid itself can still be opened.
    private int NumberOf(TitleId title, PageContext context) =>
        title.Value is not null && Catalog.TryGetNumber(title, out var number) && context.MaySee(number)
            ? number
            : throw new UnknownTitleException(title);

    private static Occasion? OccasionOf(ProfileState state, Moment moment, DeviceKind device, TimeSpan? utcOffset) =>
        (utcOffset ?? state?.LastOffset) is { } offset && moment is not null ? Occasion.Of(moment.Now.ToOffset(offset), device) : null;

    private PageContext ContextOf(
        ProfileState state, ProfileSettings settings, Moment moment, string? country, TitleSelection? selection = null, Occasion? occasion = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(moment);
        return new PageContext(_basis, state, settings, moment, country, selection, occasion);
    }
}
