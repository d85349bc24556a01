using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Tests.for_Experiments;

public sealed class Reporting
{
    private static readonly Experiment Trial = Trials.Of("trial", 0.5, 0.5) with { Start = Trials.Now };

    [Fact]
    public void Rates_are_per_visit_and_differences_from_the_first_arm()
    {
        var report = Report(Enumerable.Range(0, 64).SelectMany(group => new[] { Group(0, group, new(10, 40, 5, 2)), Group(1, group, new(20, 90, 15, 3)) }));
        Assert.Equal((640, 2560, 320, 128, 64), (report.Arms[0].Visits, report.Arms[0].Impressions, report.Arms[0].Plays, report.Arms[0].Completed, report.Arms[0].Groups));
        Assert.Equal((0.5, 0.75, 0.25), (report.Arms[0].PlaysPerVisit.Value, report.Arms[1].PlaysPerVisit.Value, report.Arms[1].PlaysPerVisit.Difference));
        Assert.Equal((0.5, -0.05), (report.Arms[1].ImpressionsPerVisit.Difference!.Value, Math.Round(report.Arms[1].CompletedPerVisit.Difference!.Value, 9)));

        // Groups that are all the same leave nothing to doubt.
        Assert.Equal((0.25, 0.25), (report.Arms[1].PlaysPerVisit.Low, report.Arms[1].PlaysPerVisit.High));
    }

    [Fact]
    public void Too_few_groups_make_no_interval_and_no_visits_no_difference()
    {
        var few = Report(Enumerable.Range(0, 7).SelectMany(group => new[] { Group(0, group, new(10, 0, 5 + group, 0)), Group(1, group, new(10, 0, 6, 0)) }));
        Assert.NotNull(few.Arms[1].PlaysPerVisit.Difference);
        Assert.Null(few.Arms[1].PlaysPerVisit.Low);
        Assert.Null(few.Arms[0].PlaysPerVisit.StandardError);

        var none = Report(Enumerable.Range(0, 64).Select(group => Group(0, group, new(10, 0, 5, 0))));
        Assert.Equal((0L, 0d, (double?)null), (none.Arms[1].Visits, none.Arms[1].PlaysPerVisit.Value, none.Arms[1].PlaysPerVisit.Difference));
    }

    // Profiles differ much and their visits are alike: intervals that took visits for independent would hold the truth much too seldom.
    [Fact]
    public void Intervals_hold_the_true_difference_about_as_often_as_they_say()
    {
        const int Rounds = 600;
        var random = new Random(20260601);
        var held = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var groups = new Dictionary<ArmGroup, ArmCounts>();
            for (var profile = 0; profile < 300; profile++)
            {
                var key = new ArmGroup(Trial.Id, profile % 2, random.Next(ArmGroup.Count));
                var chance = (random.NextDouble() * 0.8) + (profile % 2 * 0.1);
                var visits = 1 + random.Next(10);
                groups[key] = groups.GetValueOrDefault(key) + new ArmCounts(visits, 0, Enumerable.Range(0, visits).Count(_ => random.NextDouble() < chance), 0);
            }

            var rate = Report(groups.Select(group => (group.Key, group.Value))).Arms[1].PlaysPerVisit;
            if (rate.Low <= 0.1 && rate.High >= 0.1)
                held++;
        }

        Assert.InRange(held / (double)Rounds, 0.92, 0.98);
    }

    // Two arms that are the same, looked at every day for a month, stopped when zero is outside.
    [Fact]
    public void Who_looks_every_day_is_misled_by_intervals_for_one_look_and_not_by_those_for_any_time()
    {
        const int Rounds = 300, Days = 30, Profiles = 400;
        var random = new Random(20260602);
        var (misled, misledAtAnyTime) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var groups = new Dictionary<ArmGroup, ArmCounts>();
            var chances = Enumerable.Range(0, Profiles).Select(_ => 0.2 + (random.NextDouble() * 0.6)).ToArray();
            var dealt = Enumerable.Range(0, Profiles).Select(profile => new ArmGroup(Trial.Id, profile % 2, random.Next(ArmGroup.Count))).ToArray();
            var (outside, outsideAtAnyTime) = (false, false);
            for (var day = 0; day < Days; day++)
            {
                for (var profile = 0; profile < Profiles; profile++)
                {
                    if (random.Next(4) == 0)
                        groups[dealt[profile]] = groups.GetValueOrDefault(dealt[profile]) + new ArmCounts(1, 0, random.NextDouble() < chances[profile] ? 1 : 0, 0);
                }

                var rate = Report(groups.Select(group => (group.Key, group.Value))).Arms[1].PlaysPerVisit;
                outside |= rate.Low > 0 || rate.High < 0;
                outsideAtAnyTime |= rate.LowAtAnyTime > 0 || rate.HighAtAnyTime < 0;
            }

            misled += outside ? 1 : 0;
            misledAtAnyTime += outsideAtAnyTime ? 1 : 0;
        }

        Assert.InRange(misled / (double)Rounds, 0.1, 1);
        Assert.InRange(misledAtAnyTime / (double)Rounds, 0, 0.05);
    }

    [Fact]
    public void Parts_of_a_group_add_up_and_what_belongs_elsewhere_is_left_out()
    {
        var other = (new ArmGroup(new ExperimentId("other"), 0, 3), new ArmCounts(9, 9, 9, 9));
        var gone = Group(5, 3, new(9, 9, 9, 9));
        var report = Report([Group(0, 3, new(1, 2, 3, 4)), Group(0, 3, new(1, 2, 3, 4)), other, gone]);
        Assert.Equal((2, 4, 6, 8), (report.Arms[0].Visits, report.Arms[0].Impressions, report.Arms[0].Plays, report.Arms[0].Completed));
        Assert.Equal(ExperimentStanding.Running, report.Standing);
    }

    private static (ArmGroup Group, ArmCounts Counts) Group(int arm, int group, ArmCounts counts) => (new ArmGroup(Trial.Id, arm, group), counts);

    private static ExperimentReport Report(IEnumerable<(ArmGroup Group, ArmCounts Counts)> counted) => ExperimentReports.Of(Trial, counted, Trials.Now.AddDays(1));
}
