using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>Profiles that ask one engine for answers: some that it never saw, some that do something before each answer, and one that only looks.</summary>
/// <param name="world">The world they live in.</param>
internal sealed class BenchVisitors(BenchWorld world)
{
    // As many take turns in doing something.
    private const int Busy = 16;

    private readonly ProfileState[] _states = [.. world.States.Take(Busy)];
    private readonly ProfileSettings[] _settings = [.. Enumerable.Range(0, Busy).Select(_ => world.Stranger())];
    private int _events;
    private (ProfileState State, ProfileSettings Settings, Moment Moment) _visitor;

    /// <summary>The three ways in which an answer is asked for.</summary>
    /// <param name="first">What the first answers to profiles are called.</param>
    /// <param name="again">What answers to a profile are called in whose history nothing is new.</param>
    /// <param name="ask">Asks for it; told the number of the run.</param>
    public BenchStep[] Steps(string first, string again, Action<ProfileState, ProfileSettings, Moment, int> ask) =>
    [
        new(first, i => ask(_visitor.State, _visitor.Settings, _visitor.Moment, i), i => _visitor = (world.States[i % world.States.Length], world.Stranger(), world.Moments[i % world.States.Length])),
        new(BenchStep.AfterEvent, i => ask(_visitor.State, _visitor.Settings, _visitor.Moment, i), _ => Act()),
        new(again, i => ask(world.States[0], world.Settings, world.Moments[0], i)),
    ];

    private void Act()
    {
        var profile = _events % Busy;
        var now = world.Now.AddMinutes(1 + _events);
        _states[profile] = world.Engine.Apply(_states[profile], _settings[profile], world.NewEvent(2_000_000 + _events, now)).State;
        _visitor = (_states[profile], _settings[profile], world.MomentOf(_states[profile], now));
        _events++;
    }
}
