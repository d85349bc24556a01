using System.Collections.Immutable;
using Orleans.Personalize.Events;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Experiments_of_the_service<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    private IExperiments Experiments => Host.Experiments;

    [Fact]
    public async Task Pages_say_in_which_arms_they_were_made_while_it_runs_and_the_arm_outlives_a_restart()
    {
        var trial = NewTrial("arms-1", ("exploreWeight", 1.5));
        var profile = await NewProfileAsync();
        await Experiments.PutExperimentAsync(trial);
        await Host.SettleAsync();
        Assert.Null((await HomeAsync(profile)).Experiments);

        var started = await Experiments.StartExperimentAsync(trial.Id);
        await Host.SettleAsync();
        Assert.NotNull(started.Start);
        var arm = Assert.Single((await HomeAsync(profile)).Experiments!.Value);
        await Host.RestartAsync();
        Assert.Equal(arm, Assert.Single((await HomeAsync(profile)).Experiments!.Value));
        Assert.Equal(arm, Assert.Single((await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Profile })).Experiments!.Value));
        var told = (await Experiments.GetProfileExperimentsAsync(profile.Profile)).Experiments.Single(assignment => assignment.Experiment == trial.Id);
        Assert.Equal((arm.Arm, ExperimentStanding.Running), (told.Arm, told.Standing));

        var stopped = await Experiments.StopExperimentAsync(trial.Id);
        await Host.SettleAsync();
        Assert.Null((await HomeAsync(profile)).Experiments);
        AssertSame(stopped, await Experiments.GetExperimentAsync(trial.Id));
        Assert.Equal("experiment", (await Assert.ThrowsAsync<InvalidRequestException>(() => Experiments.StartExperimentAsync(trial.Id))).Field);
        Assert.True(await Experiments.RemoveExperimentAsync(trial.Id));
        Assert.False(await Experiments.RemoveExperimentAsync(trial.Id));
        await Assert.ThrowsAsync<UnknownExperimentException>(() => Experiments.GetExperimentAsync(trial.Id));
        await Assert.ThrowsAsync<UnknownExperimentException>(() => Experiments.ReportExperimentAsync(trial.Id));
    }

    [Fact]
    public async Task An_arm_changes_the_page_of_those_who_are_in_it_and_of_nobody_else()
    {
        var trial = NewTrial("arms-2", ("becauseRows", 0));
        await Experiments.PutExperimentAsync(trial);
        var members = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => NewProfileAsync()));
        foreach (var member in members)
            await RecordAsync(member.Completed(SampleCatalog.Film("crime", 1)), member.Completed(SampleCatalog.Film("comedy", 2)), member.Thumbed(SampleCatalog.Film("crime", 1), Thumb.TwoUp));
        await Host.SettleAsync();
        var before = await Task.WhenAll(members.Select(member => HomeAsync(member)));
        await Experiments.StartExperimentAsync(trial.Id);
        await Host.SettleAsync();
        var after = await Task.WhenAll(members.Select(member => HomeAsync(member)));
        await Experiments.RemoveExperimentAsync(trial.Id);
        await Host.SettleAsync();

        Assert.All(before, page => Assert.Contains(page.Rows, row => row.Kind == RowKind.BecauseYouWatched));
        Assert.Equal(["other", "usual"], after.Select(page => Assert.Single(page.Experiments!.Value).Arm).Distinct().Order(StringComparer.Ordinal));
        Assert.All(after, page => Assert.Equal(page.Experiments!.Value[0].Arm == "usual", page.Rows.Any(row => row.Kind == RowKind.BecauseYouWatched)));
    }

    [Fact]
    public async Task What_profiles_do_is_counted_in_their_arms_once_and_outlives_a_restart()
    {
        var trial = NewTrial("arms-3", ("myListWeight", 2));
        await Experiments.PutExperimentAsync(trial);
        await Experiments.StartExperimentAsync(trial.Id);
        await Host.SettleAsync();
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewProfileAsync()));
        var film = SampleCatalog.Film("drama", 3);
        foreach (var member in members)
        {
            ProfileEvent[] events =
            [
                new Impression { Id = EventMaker.NewId(), Profile = member.Profile, Time = Host.Time.GetUtcNow(), Title = film },
                member.Started(film),
                member.Completed(film),
            ];
            await RecordAsync(events);
            await Personalizer.RecordAsync([.. events]);
        }

        Host.Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync(members[0].Opened(film));
        await Host.SettleAsync();
        await Host.RestartAsync();
        var report = await Experiments.ReportExperimentAsync(trial.Id);
        await Experiments.RemoveExperimentAsync(trial.Id);

        Assert.Equal(ExperimentStanding.Running, report.Standing);
        Assert.Equal((9, 8, 8, 8), (report.Arms.Sum(arm => arm.Visits), report.Arms.Sum(arm => arm.Impressions), report.Arms.Sum(arm => arm.Plays), report.Arms.Sum(arm => arm.Completed)));
        Assert.Null(report.Arms[0].PlaysPerVisit.Difference);
        Assert.All(report.Arms, arm => Assert.Equal(arm.Visits == 0 ? 0 : arm.Plays / (double)arm.Visits, arm.PlaysPerVisit.Value, 9));
    }

    [Fact]
    public async Task An_experiment_that_makes_no_sense_is_refused_by_field_and_not_kept()
    {
        var right = NewTrial("wrong", ("newDays", 30));
        var now = Host.Time.GetUtcNow();
        await RefusedAsync(right with { Arms = [right.Arms[0], right.Arms[1] with { Share = 0.6 }] }, "arms");
        await RefusedAsync(right with { Arms = [right.Arms[0], right.Arms[1] with { Name = "Usual" }] }, "arms[1].name");
        await RefusedAsync(right with { Arms = [right.Arms[0]] }, "arms");
        await RefusedAsync(NewTrial("wrong", ("minimumTitles", 1)), "arms[1].options.minimumTitles");
        await RefusedAsync(NewTrial("wrong", ("newDays", 0)), "arms[1].options.newDays");
        await RefusedAsync(NewTrial("wrong", ("discoveryPlace", 2.5)), "arms[1].options.discoveryPlace");
        await RefusedAsync(right with { Start = now.AddDays(-1) }, "start");
        await RefusedAsync(right with { Start = now.AddDays(2), End = now.AddDays(1) }, "end");
        Assert.DoesNotContain((await Experiments.ListExperimentsAsync()).Experiments, experiment => experiment.Id.Value == "wrong");

        await Experiments.PutExperimentAsync(right);
        Assert.Equal("experiment", (await Assert.ThrowsAsync<InvalidRequestException>(() => Experiments.StopExperimentAsync(right.Id))).Field);
        Assert.True(await Experiments.RemoveExperimentAsync(right.Id));
        await Assert.ThrowsAsync<UnknownExperimentException>(() => Experiments.StartExperimentAsync(right.Id));
    }

    [Fact]
    public async Task Once_it_runs_neither_its_arms_change_nor_does_another_change_the_same_option()
    {
        var trial = NewTrial("arms-4", ("tasteStrength", 1));
        await Experiments.PutExperimentAsync(trial);
        var running = await Experiments.StartExperimentAsync(trial.Id);
        await RefusedAsync(running with { Salt = "another" }, "salt");
        await RefusedAsync(running with { Arms = [running.Arms[0], running.Arms[1] with { Share = 0.25 }] }, "arms");
        await Experiments.PutExperimentAsync(running with { Name = "Taste", End = Host.Time.GetUtcNow().AddDays(7) });

        var other = NewTrial("arms-5", ("tasteStrength", 0.2));
        await Experiments.PutExperimentAsync(other);
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => Experiments.StartExperimentAsync(other.Id));
        Assert.Contains("'arms-4'", refusal.Reason, StringComparison.Ordinal);
        await Experiments.PutExperimentAsync(other with { Start = Host.Time.GetUtcNow().AddDays(7) });
        await Experiments.RemoveExperimentAsync(trial.Id);
        await Experiments.RemoveExperimentAsync(other.Id);
    }

    [Fact]
    public async Task Every_option_that_is_listed_may_be_changed_within_its_bounds()
    {
        var options = (await Experiments.ListExperimentOptionsAsync()).Options;
        Assert.Contains(options, option => option is { Name: "discoveryPlace", IsWhole: true });
        Assert.All(options, option => Assert.InRange(option.Usual, option.Least, option.Most));
        await Experiments.PutExperimentAsync(NewTrial("least", [.. options.Select(option => (option.Name, option.Least))]));
        await Experiments.PutExperimentAsync(NewTrial("most", [.. options.Select(option => (option.Name, option.Most))]));
        var members = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewProfileAsync()));
        foreach (var id in new[] { "least", "most" })
        {
            await Experiments.StartExperimentAsync(new ExperimentId(id));
            await Host.SettleAsync();
            foreach (var member in members)
                Assert.NotEmpty((await HomeAsync(member)).Rows);
            await Experiments.RemoveExperimentAsync(new ExperimentId(id));
        }

        await Host.SettleAsync();
    }

    private static Experiment NewTrial(string id, params (string Name, double Value)[] options) => new()
    {
        Id = new ExperimentId(id),
        Arms =
        [
            new ExperimentArm { Name = "usual", Share = 0.5 },
            new ExperimentArm { Name = "other", Share = 0.5, Options = options.ToImmutableSortedDictionary(option => option.Name, option => option.Value) },
        ],
    };

    private async Task RefusedAsync(Experiment experiment, string field) =>
        Assert.Equal(field, (await Assert.ThrowsAsync<InvalidRequestException>(() => Experiments.PutExperimentAsync(experiment))).Field);
}
