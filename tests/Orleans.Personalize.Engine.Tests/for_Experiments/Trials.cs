using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Tests.for_Experiments;

/// <summary>Experiments to begin with.</summary>
internal static class Trials
{
    public static readonly DateTimeOffset Now = new(2026, 5, 15, 20, 0, 0, TimeSpan.Zero);

    /// <summary>An experiment whose arms have shares; the first changes nothing.</summary>
    public static Experiment Of(string id, params double[] shares) => new()
    {
        Id = new ExperimentId(id),
        Arms = [.. shares.Select((share, i) => new ExperimentArm
        {
            Name = $"arm-{i}",
            Share = share,
            Options = i == 0 ? ImmutableSortedDictionary<string, double>.Empty : ImmutableSortedDictionary<string, double>.Empty.Add("exploreWeight", 1 + i),
        })],
    };

    public static ProfileId Profile(int number) => new($"profile-{number}");
}
