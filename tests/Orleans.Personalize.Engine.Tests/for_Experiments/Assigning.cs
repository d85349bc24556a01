using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Experiments;

namespace Orleans.Personalize.Engine.Tests.for_Experiments;

public sealed class Assigning
{
    private const int Profiles = 4000;

    // Five standard errors of a share of half, so that one in a million shares is outside.
    private const double Error = 5 * 0.5 / 63.2;

    [Fact]
    public void Each_arm_has_its_share_of_the_profiles() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            double[] parts = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => random.NextDouble() + 0.05)];
            double[] shares = [.. parts.Select(part => part / (parts.Sum() * (1 + random.NextDouble())))];
            var experiment = Trials.Of($"trial-{seed}", shares);
            var arms = Enumerable.Range(0, Profiles).Select(i => Assignment.ArmOf(experiment, Trials.Profile(i))).ToArray();
            return shares.Select((share, arm) => Math.Abs((arms.Count(assigned => assigned == arm) / (double)Profiles) - share)).All(off => off < Error);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20260601, 1).WithEndSize(100_000));

    [Fact]
    public void The_arm_in_one_experiment_or_salt_or_group_says_nothing_about_another() =>
        Prop.ForAll<int>(seed =>
        {
            var one = Trials.Of($"trial-{seed}", 0.5, 0.5);
            var other = Trials.Of($"trial-{seed + 1L}", 0.5, 0.5);
            var salted = one with { Salt = "another" };
            var profiles = Enumerable.Range(0, Profiles).Select(Trials.Profile).ToArray();
            return Agrees(profile => Assignment.ArmOf(other, profile) == 0)
                && Agrees(profile => Assignment.ArmOf(salted, profile) == 0)
                && Agrees(profile => Assignment.GroupOf(one, profile) < ArmGroup.Count / 2);

            bool Agrees(Func<ProfileId, bool> with) =>
                Math.Abs((profiles.Count(profile => (Assignment.ArmOf(one, profile) == 0) == with(profile)) / (double)Profiles) - 0.5) < Error;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20260602, 1).WithEndSize(100_000));

    [Fact]
    public void Groups_are_of_one_size()
    {
        var experiment = Trials.Of("groups", 0.5, 0.5);
        var sizes = Enumerable.Range(0, 64_000).GroupBy(i => Assignment.GroupOf(experiment, Trials.Profile(i))).Select(group => group.Count()).ToArray();
        Assert.Equal(ArmGroup.Count, sizes.Length);
        Assert.All(sizes, size => Assert.InRange(size, 840, 1160));
    }

    [Fact]
    public void A_larger_share_of_the_last_arm_moves_nobody_who_was_in_one() =>
        Assert.All(Enumerable.Range(0, 1000).Select(Trials.Profile), profile =>
        {
            if (Assignment.ArmOf(Trials.Of("grows", 0.2, 0.2), profile) is { } arm)
                Assert.Equal(arm, Assignment.ArmOf(Trials.Of("grows", 0.2, 0.6), profile));
        });

    // Were these to change, profiles would change their arms in the middle of experiments.
    [Fact]
    public void Assignments_are_those_of_every_earlier_version()
    {
        var experiment = Trials.Of("discovery", 0.3, 0.3, 0.3);
        var assigned = Enumerable.Range(0, 12).Select(Trials.Profile).Select(profile => $"{Assignment.ArmOf(experiment, profile)}:{Assignment.GroupOf(experiment, profile)}");
        Assert.Equal("1:52 1:63 1:34 1:4 2:46 1:10 2:35 0:35 1:0 0:60 1:40 2:46", string.Join(' ', assigned));
    }
}
