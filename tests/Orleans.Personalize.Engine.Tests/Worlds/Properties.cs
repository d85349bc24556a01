using FsCheck;
using FsCheck.Fluent;

namespace Orleans.Personalize.Engine.Tests.Worlds;

/// <summary>Checks properties over the same random cases every time.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int count = 100) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260306, 11),
            Prop.ForAll(cases.ToArbitrary(), property));

    /// <summary>Sequences of seeds, each standing for an event.</summary>
    public static Gen<int[]> Seeds(int longest) =>
        Gen.Choose(0, longest).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), length));
}
