using Orleans.Personalize.Embedded.Catalogue;
using Orleans.Personalize.Embedded.Editorial;
using Orleans.Personalize.Embedded.Experimenting;
using Orleans.Personalize.Embedded.Residents;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>
/// One transaction on the database together with what it will change in memory. Requests see what earlier requests of the group did;
/// nobody else does before <see cref="Publish"/>, which follows the commit. A state is written once, however many events of it are in the group.
/// </summary>
internal sealed class WriteGroup(
    WriterConnection connection,
    ResidentProfiles residents,
    TitleRegister titles,
    TitleCounts counts,
    SearchCounts searches,
    RuleRegister rules,
    ExperimentRegister experiments,
    EngineHolder engine)
{
    private readonly Dictionary<ProfileId, StagedProfile> _profiles = [];
    private readonly HashSet<ProfileId> _stateChanged = [];
    private readonly HashSet<ProfileId> _erased = [];
    private readonly Dictionary<int, TitleStatistics> _statistics = [];
    private readonly Dictionary<int, SearchOpenings> _openings = [];
    private readonly Dictionary<TitleId, (int Number, Title? Title)> _titles = [];
    private readonly Dictionary<ArmGroup, ArmCounts> _experimentCounts = [];
    private RuleSet _rules = rules.Current;
    private int _newTitles;

    /// <summary>The engine that answers now.</summary>
    public PersonalizationEngine Engine => engine.Current;

    /// <summary>The experiments as they stand in this group.</summary>
    public ExperimentSet Experiments { get; private set; } = experiments.Current;

    /// <summary>The catalogue's version once the group is committed.</summary>
    public long CatalogVersion => titles.Committed.Version + (_titles.Count > 0 ? 1 : 0);

    /// <summary>The profile as it stands in this group; null where there is none.</summary>
    public StagedProfile? Find(ProfileId id)
    {
        if (_profiles.TryGetValue(id, out var staged))
            return staged;

        if (_erased.Contains(id) || (residents.Peek(id) ?? connection.FindProfile(id)) is not { } committed)
            return null;

        return _profiles[id] = new StagedProfile(committed);
    }

    /// <returns>False where the profile has an event with this id, and nothing was done.</returns>
    public bool AddEvent(StagedProfile profile, EventId id, DateTimeOffset time, byte[] payload) =>
        connection.AddEvent(profile.Number, id, time, payload);

    public void SetState(StagedProfile profile, ProfileState state)
    {
        profile.State = state;
        _stateChanged.Add(profile.Settings.Id);
    }

    public void Count(in TitleOutcome outcome)
    {
        if (outcome.Kind == TitleOutcomeKind.OpenedAfterSearch)
        {
            var part = SearchOpenings.PartOf(outcome.Next);
            _openings[part] = (_openings.TryGetValue(part, out var openings) ? openings : searches[part]).Apply(outcome);
            return;
        }

        var statistics = _statistics.TryGetValue(outcome.Title, out var staged) ? staged : counts[outcome.Title];
        var counted = statistics.Apply(outcome);
        if (!ReferenceEquals(counted, statistics))
            _statistics[outcome.Title] = counted;
    }

    public void Count(ArmGroup group, ArmCounts more) => _experimentCounts[group] = _experimentCounts.GetValueOrDefault(group) + more;

    /// <returns>Whether its account had room.</returns>
    public bool PutProfile(ProfileSettings settings)
    {
        var present = Find(settings.Id);
        if (settings.Account is { } account
            && account != present?.Settings.Account
            && connection.CountProfiles(account) >= Household.MaxProfiles)
            return false;

        var number = connection.PutProfile(settings);
        if (present is not null)
        {
            present.Settings = settings;
            return true;
        }

        _erased.Remove(settings.Id);
        _profiles[settings.Id] = new StagedProfile(new ResidentProfile(number, settings, ProfileState.Empty, StateBytes: 0));
        return true;
    }

    /// <returns>Whether there was something to erase.</returns>
    public bool Erase(ProfileId id)
    {
        if (connection.FindNumber(id) is not { } number)
            return false;

        connection.Erase(number);
        _profiles.Remove(id);
        _stateChanged.Remove(id);
        _erased.Add(id);
        return true;
    }

    /// <summary>A merge that a profile was made by; null where there is no such merge.</summary>
    public (long Fingerprint, int Events)? FindMerge(StagedProfile profile, OperationId operation) => connection.FindMerge(profile.Number, operation);

    public void AddMerge(StagedProfile profile, OperationId operation, long fingerprint, int events) =>
        connection.AddMerge(profile.Number, operation, fingerprint, events);

    /// <returns>How many events the profile has more.</returns>
    public int TakeEvents(StagedProfile profile, StagedProfile source, bool keep) => connection.TakeEvents(source.Number, profile.Number, profile.Settings.Id, keep);

    public void PutTitle(Title title)
    {
        var number = NumberOf(title.Id);
        ChangeTitle(number >= 0 ? number : titles.NextNumber + _newTitles++, title.Id, title);
    }

    /// <returns>Whether there was such a title.</returns>
    public bool RemoveTitle(TitleId id)
    {
        var number = NumberOf(id);
        var present = _titles.TryGetValue(id, out var staged) ? staged.Title : titles[number];
        if (present is null)
            return false;

        ChangeTitle(number, id, null);
        return true;
    }

    /// <returns>Whether there was room.</returns>
    public bool PutRule(EditorialRule rule)
    {
        if (_rules.Find(rule.Id) is null && _rules.Rules.Length >= RuleList.MaxRules)
            return false;

        connection.PutRule(rule);
        _rules = _rules.With(rule);
        return true;
    }

    /// <returns>Whether there was such a rule.</returns>
    public bool RemoveRule(RuleId rule)
    {
        if (_rules.Find(rule) is null)
            return false;

        connection.RemoveRule(rule);
        _rules = _rules.Without(rule);
        return true;
    }

    /// <summary>Lets one experiment be as it is among others; away, where it is not among them, with what was counted.</summary>
    public void ChangeExperiment(ExperimentId id, ExperimentSet changed)
    {
        if (ReferenceEquals(changed, Experiments))
            return;

        Experiments = changed;
        if (changed.Find(id) is { } experiment)
        {
            connection.PutExperiment(experiment);
            return;
        }

        connection.RemoveExperiment(id);
        foreach (var group in _experimentCounts.Keys.Where(group => group.Experiment == id).ToList())
            _experimentCounts.Remove(group);
    }

    /// <summary>Writes what was gathered, and makes everything durable.</summary>
    public void Commit()
    {
        foreach (var id in _stateChanged)
        {
            var profile = _profiles[id];
            var state = profile.State.Encode();
            connection.PutState(profile.Number, state);
            profile.StateBytes = state.Length;
        }

        foreach (var (title, statistics) in _statistics)
            connection.PutStatistics(title, statistics);
        foreach (var (part, openings) in _openings)
            connection.PutOpenings(part, openings);
        foreach (var (group, more) in _experimentCounts)
            connection.AddExperimentCounts(group, more);
        if (_titles.Count > 0)
            connection.PutCatalogVersion(CatalogVersion);
        connection.Commit();
    }

    /// <summary>Shows to everybody what was committed.</summary>
    public void Publish()
    {
        foreach (var id in _erased)
            residents.Remove(id);
        foreach (var profile in _profiles.Values)
            residents.Publish(profile.ToResident());
        counts.Publish(_statistics);
        rules.Publish(_rules);
        experiments.Publish(Experiments);
        searches.Publish(_openings);
        if (_titles.Count > 0)
            titles.Publish(_titles.Select(entry => (entry.Value.Number, entry.Key, entry.Value.Title)), CatalogVersion);
    }

    /// <summary>
    /// After a failed commit, forgets what memory holds of the group's profiles: the database alone says whether the commit happened.
    /// </summary>
    public void Forget()
    {
        foreach (var id in _profiles.Keys.Concat(_erased))
            residents.Remove(id);
    }

    private int NumberOf(TitleId id) => _titles.TryGetValue(id, out var staged) ? staged.Number : titles.NumberOf(id);

    private void ChangeTitle(int number, TitleId id, Title? content)
    {
        connection.PutTitle(number, id, content);
        _titles[id] = (number, content);
    }
}
