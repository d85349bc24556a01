using System.Collections.Immutable;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>The engine alone, fed with the same events as the cluster.</summary>
internal sealed class Replay
{
    private readonly PersonalizationEngine _engine;
    private readonly Dictionary<ProfileId, (ProfileState State, ProfileSettings Settings)> _profiles;
    private readonly TitleStatistics?[] _statistics;
    private readonly TrendSnapshot _trend;

    public Replay(DemoWorld world, DateTimeOffset now)
    {
        _engine = new PersonalizationEngine(new Catalog([.. world.Titles], 1), PersonalizationModel.Untrained);
        _profiles = world.Profiles.ToDictionary(settings => settings.Id, settings => (ProfileState.Empty, settings));
        _statistics = new TitleStatistics?[world.Titles.Length];
        foreach (var profileEvent in world.Events)
            Apply(profileEvent);
        _trend = TrendSnapshot.Of(_statistics, now);
    }

    /// <summary>The page of a profile.</summary>
    public HomePage Home(HomeRequest request, DateTimeOffset now)
    {
        var (state, settings) = _profiles[request.Profile];
        ImmutableArray<PlayNextCounts> next = [.. _engine.TitlesToConsult(state)
            .Select(title => new PlayNextCounts(title, _statistics[title]?.PlayNextAt(now) ?? []))];
        return _engine.ComposeHome(state, settings, new Moment(now, _trend, next), request);
    }

    private void Apply(ProfileEvent profileEvent)
    {
        var (state, settings) = _profiles[profileEvent.Profile];
        var transition = _engine.Apply(state, settings, profileEvent);
        _profiles[profileEvent.Profile] = (transition.State, settings);
        foreach (var outcome in transition.Outcomes)
            _statistics[outcome.Title] = (_statistics[outcome.Title] ?? TitleStatistics.Empty).Apply(outcome);
    }
}
