using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Do members find something without scrolling? The home page is composed, as the product does it, for profiles that the model never saw,
/// after a part of their likes came in as events; the titles of its first screen are held against the same number of titles from a flat
/// list of the same model.
/// </summary>
internal static class FirstScreen
{
    public static EvaluationResult Run(Dataset dataset, EvaluationContext context)
    {
        var (split, run, trained) = StrongGeneralization.Train(dataset, context);
        var options = PageOptions.Default;
        var engine = new PersonalizationEngine(run.Catalog, trained.Model, options);
        var profiles = context.Request.OnValidation ? split.Validation : split.Test;
        var screens = new ComposedScreen[profiles.Count];
        context.Tell("composing pages", 0);
        Threads.For(screens.Length, context.Threads, i => screens[i] = Compose(split.Dataset, profiles[i], engine, options));
        var tally = new FirstScreenTally(split.Dataset, options.Web.Rows * options.Web.Columns);
        for (var i = 0; i < screens.Length; i++)
        {
            tally.Add(profiles[i], screens[i]);
            Tell(split.Dataset.Profiles[profiles[i].Profile], screens[i], context);
        }

        return StrongGeneralization.Result(split, context, trained, profiles.Count) with
        {
            Protocol = context.Request.OnValidation ? "first-screen (validation)" : "first-screen",
            Metrics = tally.Metrics,
            Slices = tally.Slices,
            Microseconds = tally.Microseconds,
        };
    }

    private static ComposedScreen Compose(Dataset dataset, StrongSplit.Folded folded, PersonalizationEngine engine, PageOptions options)
    {
        var settings = new ProfileSettings { Id = dataset.Profiles[folded.Profile], Name = "held out" };
        var state = ProfileState.Empty;
        for (var i = 0; i < folded.FoldIn.Length; i++)
            state = engine.Apply(state, settings, Rated(dataset, folded.FoldIn[i], settings.Id, i)).State;
        state = engine.Refresh(state);
        var now = folded.FoldIn.Length > 0 ? DateTimeOffset.FromUnixTimeSeconds(folded.FoldIn.Max(e => e.UnixSeconds)).AddDays(1) : DateTimeOffset.UnixEpoch;
        var moment = new Moment(now, TrendSnapshot.Empty, []);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var page = engine.ComposeHome(state, settings, moment, new HomeRequest { Profile = settings.Id });
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(started);
        var list = engine.Recommend(
            state, settings, moment, new RecommendationRequest { Profile = settings.Id, Count = options.Web.Rows * options.Web.Columns });
        ImmutableArray<Row> first = [.. page.Rows.Take(options.Web.Rows)];
        return new ComposedScreen(
            page.Rows.Select(row => row.Id).Distinct().Count(),
            [.. first.SelectMany(row => row.Cards.Take(options.Web.Columns))],
            Numbers(page.Rows.SelectMany(row => row.Cards), engine.Catalog),
            Numbers(first.SelectMany(row => row.Cards.Take(options.Web.Columns)), engine.Catalog),
            Numbers(list.Cards, engine.Catalog),
            elapsed.TotalMicroseconds);
    }

    private static TitleRated Rated(Dataset dataset, in DatasetEvent e, ProfileId profile, int number) => new()
    {
        Id = new EventId($"fold-in:{number}"),
        Profile = profile,
        Time = DateTimeOffset.FromUnixTimeSeconds(e.UnixSeconds),
        Title = dataset.Titles[e.Title].Id,
        Stars = e.Rating,
    };

    private static int[] Numbers(IEnumerable<Card> cards, Catalog catalog) =>
        [.. cards.Select(card => catalog.TryGetNumber(card.Title, out var number) ? number : -1).Where(number => number >= 0).Distinct()];

    private static void Tell(ProfileId profile, ComposedScreen screen, EvaluationContext context)
    {
        if (context.Request.Predictions is not { } predictions)
            return;
        for (var i = 0; i < screen.Cards.Length; i++)
            predictions(new Prediction(profile, i + 1, screen.Cards[i].Title, screen.Cards[i].MatchScore));
    }
}
