using System.Collections.Immutable;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>What operators ask about audiences, answered over one engine. Takes about as long as a recommendation for each sampled profile.</summary>
/// <param name="engine">Answers the profiles themselves.</param>
public sealed class AudienceQuestions(PersonalizationEngine engine)
{
    /// <summary>Looks for what is wrong with a question before a sample is drawn for it.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void Check(AudienceRequest request) => AudienceRules.Check(request);

    /// <summary>Looks for what is wrong with a planned title.</summary>
    /// <exception cref="InvalidRequestException">Something is.</exception>
    public static void Check(Title planned)
    {
        if (PersonalizationEngine.Check(planned) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
    }

    /// <summary>Looks for what is wrong with how many profiles are asked for.</summary>
    /// <exception cref="InvalidRequestException">It is out of range.</exception>
    public static void CheckCount(int count) => AudienceRules.CheckCount(count);

    /// <summary>Those of a sample that are most like a profile.</summary>
    public SimilarProfiles MostAlike(AudienceMember profile, AudienceSample sample, int count) =>
        TasteComparison.MostAlike(profile, sample, count, engine.Basis.Themes);

    /// <summary>The audience of a title of the catalogue.</summary>
    /// <exception cref="UnknownTitleException">There is no such title.</exception>
    public TitleAudience AudienceOf(TitleId title, AudienceSample sample, AudienceRequest request, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        title.Value is not null && engine.Catalog.TryGetNumber(title, out var number)
            ? Estimate(
                new AudienceEstimator(engine.Basis.Scorer, engine.Basis.Themes, engine.Basis.Eligibility, engine.Basis.Communities),
                number, sample, request, now, isForecast: false, cancellationToken)
            : throw new UnknownTitleException(title);

    /// <summary>The audience of a title as if it were in the catalogue and available now wherever it ever will be.</summary>
    public TitleAudience Forecast(Title planned, AudienceSample sample, AudienceRequest request, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var available = planned.Availability.IsDefaultOrEmpty
            ? planned
            : planned with { Availability = [.. planned.Availability.Select(window => window with { From = null, Until = null })] };
        var titles = Enumerable.Range(0, engine.Catalog.Count).Select(n => engine.Catalog[n]).ToImmutableArray();
        var number = engine.Catalog.TryGetNumber(planned.Id, out var known) ? known : titles.Length;
        titles = number < titles.Length ? titles.SetItem(number, available) : titles.Add(available);
        var catalog = new Catalog(titles, engine.Catalog.Version);
        var themes = new ThemeIndex(catalog);
        var scorer = new TitleScorer(catalog, themes, engine.Model);
        return Estimate(
            new AudienceEstimator(scorer, themes, new EligibilityIndex(catalog, engine.Basis.Filters), scorer.Communities),
            number, sample, request, now, isForecast: true, cancellationToken);
    }

    private TitleAudience Estimate(
        AudienceEstimator estimator, int number, AudienceSample sample, AudienceRequest request, DateTimeOffset now, bool isForecast, CancellationToken cancellationToken)
    {
        var members = sample.Members.Select(member => member with { State = engine.Refresh(member.State) });
        return estimator.Estimate(sample with { Members = [.. members] }, number, now, request, isForecast, cancellationToken);
    }
}
