using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Records the events of one call: all accepted ones become durable together.</summary>
internal sealed class RecordEvents : AnsweredWrite<ImmutableArray<EventReceipt>>
{
    private readonly ImmutableArray<ProfileEvent> _events;
    private readonly byte[]?[] _payloads;
    private readonly Problem?[] _problems;
    private readonly PersonalizationEngine _checkedBy;
    private readonly DateTimeOffset _now;

    /// <summary>Checks the events and writes their payloads already on the caller's thread.</summary>
    public RecordEvents(ImmutableArray<ProfileEvent> events, PersonalizationEngine engine, DateTimeOffset now)
    {
        _events = events;
        _checkedBy = engine;
        _now = now;
        _problems = new Problem?[events.Length];
        _payloads = new byte[]?[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            _problems[i] = Check(engine, events[i]);
            if (_problems[i] is null)
                _payloads[i] = JsonSerializer.SerializeToUtf8Bytes(events[i], PersonalizeJson.Options);
        }
    }

    public override int Weight => _events.Length;

    /// <summary>Whether there is anything to write; where not, <see cref="Rejections"/> is the answer.</summary>
    public bool HasWork => Array.Exists(_payloads, payload => payload is not null);

    /// <summary>The receipts where every event is wrong.</summary>
    public ImmutableArray<EventReceipt> Rejections => [.. _problems.Select((problem, i) => Rejected(i, problem!))];

    protected override ImmutableArray<EventReceipt> Work(WriteGroup group)
    {
        var receipts = ImmutableArray.CreateBuilder<EventReceipt>(_events.Length);
        for (var i = 0; i < _events.Length; i++)
            receipts.Add(Record(group, i));
        return receipts.MoveToImmutable();
    }

    private Problem? Check(PersonalizationEngine engine, ProfileEvent? e) =>
        e is null ? new Problem("events", "must not hold null") : engine.Check(e, _now);

    private EventReceipt Record(WriteGroup group, int index)
    {
        var engine = group.Engine;
        // Since the check the catalogue may have changed.
        var problem = _problems[index] ?? (ReferenceEquals(engine, _checkedBy) ? null : Check(engine, _events[index]));
        if (problem is not null)
            return Rejected(index, problem);

        var e = _events[index];
        if (group.Find(e.Profile) is not { } profile)
            return Rejected(index, new Problem("profile", $"there is no profile '{e.Profile}'"));
        if (!group.AddEvent(profile, e.Id, e.Time, _payloads[index]!))
            return new EventReceipt(e.Id, EventOutcome.Duplicate);

        var before = engine.Refresh(profile.State);
        var transition = engine.Apply(before, profile.Settings, e);
        foreach (var (armGroup, counts) in group.Experiments.Count(before, e))
            group.Count(armGroup, counts);
        group.SetState(profile, transition.State);
        foreach (var outcome in transition.Outcomes)
            group.Count(outcome);
        return new EventReceipt(e.Id, EventOutcome.Accepted);
    }

    private EventReceipt Rejected(int index, Problem problem)
    {
        var id = _events[index]?.Id;
        return new EventReceipt(id?.Value is null ? null : id, EventOutcome.Rejected, problem.Field, problem.Reason);
    }
}
