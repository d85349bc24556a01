using System.Diagnostics;
using Orleans.Personalize;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Embedded.Load;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

var load = LoadPlan.Parse(args);
var folder = Directory.CreateTempSubdirectory("personalize-load-").FullName;
try
{
    await using var personalizer = EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = folder });
    await personalizer.PutTitlesAsync([.. Enumerable.Range(0, load.Titles).Select(Film)]);
    var before = GC.GetTotalMemory(forceFullCollection: true);
    await Parallel.ForAsync(0, load.Profiles, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId($"profile-{i}"), Name = $"Member {i}" }));

    await RunAsync(TimeSpan.FromSeconds(load.Seconds / 3.0), 0);
    var started = Stopwatch.GetTimestamp();
    var cpu = Environment.CpuUsage.TotalTime;
    var waits = await RunAsync(TimeSpan.FromSeconds(load.Seconds), load.Callers);
    var elapsed = Stopwatch.GetElapsedTime(started);
    cpu = Environment.CpuUsage.TotalTime - cpu;

    var events = (long)waits.Count * load.Batch;
    waits.Sort();
    var status = personalizer.GetStatus();
    var (median, p99, most) = (At(0.5), At(0.99), At(1));
    waits.Clear();
    waits.TrimExcess();
    var resident = GC.GetTotalMemory(forceFullCollection: true) - before;
    Console.WriteLine($"{load}");
    Console.WriteLine(
        $"{events / elapsed.TotalSeconds:N0} durable events/s; a call waits {median:N2} ms (median), {p99:N2} ms (p99), {most:N0} ms (most); "
        + $"{cpu / elapsed:N2} cores busy; {status.ResidentProfiles} profiles resident, {resident / status.ResidentProfiles:N0} bytes each with their share of the titles' counts "
        + $"(booked: {status.ResidentBytes / status.ResidentProfiles:N0}); "
        + $"database {new FileInfo(Path.Combine(folder, "personalize.db")).Length / 1024 / 1024} MiB");

    double At(double share) => waits[(int)(share * (waits.Count - 1))].TotalMilliseconds;

    async Task<List<TimeSpan>> RunAsync(TimeSpan length, int firstCaller)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var ofCallers = await Task.WhenAll(Enumerable.Range(firstCaller, load.Callers).Select(caller => Task.Run(async () =>
        {
            var source = new EventSource(load, caller);
            var waited = new List<TimeSpan>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var batch = source.Next();
                var sent = Stopwatch.GetTimestamp();
                var receipts = await personalizer.RecordAsync(batch);
                waited.Add(Stopwatch.GetElapsedTime(sent));
                if (receipts.Any(receipt => receipt.Outcome != EventOutcome.Accepted))
                    throw new InvalidOperationException($"not accepted: {receipts.First(receipt => receipt.Outcome != EventOutcome.Accepted)}");
            }

            return waited;
        })));
        return [.. ofCallers.SelectMany(waited => waited)];
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static Title Film(int number) => new()
{
    Id = new TitleId($"title-{number}"),
    Name = $"Title {number}",
    Year = 1980 + (number % 45),
    RuntimeMinutes = 100,
    Genres = [$"Genre {number % 20}"],
    Tags = [$"tag {number % 97}", $"tag {number % 61}"],
    People = [new Credit { Name = $"Actor {number % 700}", Role = CreditRole.Cast }],
};
