using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Audiences;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>Asks for audiences of a whole sample of profiles, which repeats those of the world under other names.</summary>
internal sealed class BenchAudience
{
    private readonly AudienceRequest _request = new();
    private readonly AudienceQuestions _questions;
    private readonly AudienceSample _sample;
    private readonly Title[] _titles;
    private readonly DateTimeOffset _now;

    public BenchAudience(BenchWorld world)
    {
        _now = world.Now;
        _questions = new AudienceQuestions(world.Engine);
        _sample = new AudienceSample(
            100_000,
            [.. Enumerable.Range(0, AudienceSample.Size).Select(i => new AudienceMember(world.Stranger(), world.States[i % world.States.Length]))]);
        _titles = [.. Enumerable.Range(0, world.Catalog.Count).Select(number => world.Catalog[number]!).Where(title => title.Availability.IsDefaultOrEmpty)];
    }

    public void Tell(int run) => _questions.AudienceOf(_titles[run % _titles.Length].Id, _sample, _request, _now);

    public void Forecast(int run) => _questions.Forecast(_titles[run % _titles.Length] with { Id = new TitleId("planned") }, _sample, _request, _now);
}
