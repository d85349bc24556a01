using System.Globalization;
using Orleans.Personalize;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

// Usage: <data folder> <round> <time>. Eight senders record events of sixteen profiles until the process is killed; each accepted event is
// printed as profile/event after it was acknowledged.
var (folder, round, time) = (args[0], args[1], DateTimeOffset.Parse(args[2], CultureInfo.InvariantCulture));
await using var personalizer = EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = folder }, new ManualTimeProvider(time));
await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(() => SendAsync(sender))));

async Task SendAsync(int sender)
{
    for (var i = 0; ; i++)
    {
        var profile = new ProfileId($"member-{(sender + i) % 16}");
        await personalizer.PutProfileAsync(new ProfileSettings { Id = profile, Name = profile.Value });
        ProfileEvent e = (i % 3) switch
        {
            0 => new PlayProgressed { Id = Id(), Profile = profile, Time = time, Title = Film(), PositionSeconds = i % 5000, DurationSeconds = 6000 },
            1 => new ThumbGiven { Id = Id(), Profile = profile, Time = time, Title = Film(), Thumb = (Thumb)(i % 4) },
            _ => new Searched { Id = Id(), Profile = profile, Time = time, Query = $"search {i % 7}" },
        };
        // A repeat each time: it must be refused, also when the process dies in between.
        var receipts = await personalizer.RecordAsync([e, e]);
        if (receipts[0].Outcome != EventOutcome.Accepted || receipts[1].Outcome != EventOutcome.Duplicate)
            Environment.FailFast($"unexpected receipts: {receipts[0]}, {receipts[1]}");
        await Console.Out.WriteLineAsync($"{profile}/{e.Id}");

        EventId Id() => new($"round-{round}-sender-{sender}-event-{i}");
        TitleId Film() => SampleCatalog.Film("drama", 1 + (i % 8));
    }
}
