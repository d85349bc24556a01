namespace Orleans.Personalize.Cluster.Tests.for_upgrades;

public sealed class Keeping_to_what_was_released
{
    public static TheoryData<string> Versions => [.. Directory.GetDirectories(Recorded.Folder).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nothing_that_a_released_version_sends_or_stores_has_changed(string version)
    {
        var now = WireShape.Now();
        var released = File.ReadAllLines(Path.Combine(Recorded.Folder, version, "wire.txt"));

        // A version of an interface may grow, all else must be there as it was.
        var gone = released.Where(line => !WireShape.IsVersion(line)).Except(now, StringComparer.Ordinal);
        Assert.True(!gone.Any(), $"silos and clients of {version} send or store what this version does not know any more:\n{string.Join('\n', gone)}");
        foreach (var line in released.Where(WireShape.IsVersion))
        {
            var grain = line[..line.LastIndexOf(' ')];
            Assert.True(now.Any(l => WireShape.IsVersion(l) && l.StartsWith(grain, StringComparison.Ordinal) && WireShape.VersionOf(l) >= WireShape.VersionOf(line)), grain);
        }
    }

    [Fact]
    public void Every_grain_has_a_name_of_its_own_for_the_wire()
    {
        var grains = WireShape.Now().Where(WireShape.IsVersion).ToArray();
        Assert.All(grains, line => Assert.StartsWith("grain op.", line));
        Assert.Equal(grains.Length, grains.Distinct(StringComparer.Ordinal).Count());
    }
}
