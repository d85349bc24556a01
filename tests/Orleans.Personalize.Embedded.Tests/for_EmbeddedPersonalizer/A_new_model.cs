using System.Text.Json;
using Orleans.Personalize.Conformance;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded.Tests.for_EmbeddedPersonalizer;

public sealed class A_new_model : EmbeddedFacts
{
    private static readonly TitleId Film = SampleCatalog.Film("drama", 1);

    [Fact]
    public async Task Answers_once_it_is_activated_and_after_a_restart()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        var before = await personalizer.GetModelAsync();
        var version = SmallModel.Publish(Folder, seed: 1);
        Assert.Equal(before.Version, (await personalizer.GetModelAsync()).Version);

        var activated = await personalizer.ActivateModelAsync();

        Assert.Equal(version, activated.Version);
        Assert.Equal(version, (await personalizer.GetModelAsync()).Version);
        Assert.Equal(version, (await HomeAsync(personalizer, profile.Profile)).ModelVersion);
        await personalizer.DisposeAsync();
        Assert.Equal(version, Open().GetStatus().ModelVersion);
    }

    [Fact]
    public async Task Finds_the_preference_vectors_of_the_old_one_made_anew()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        var first = SmallModel.Publish(Folder, seed: 1);
        await personalizer.ActivateModelAsync();
        await RecordAsync(personalizer, profile.Completed(Film), profile.Completed(SampleCatalog.Film("crime", 2)));
        var old = await TasteAsync(personalizer, profile);
        Assert.Equal(first, old.ModelVersion);

        var second = SmallModel.Publish(Folder, seed: 2);
        await personalizer.ActivateModelAsync();

        var rebuilt = await TasteAsync(personalizer, profile);
        Assert.Equal(second, rebuilt.ModelVersion);
        Assert.NotEqual<float>(old.PreferenceVector, rebuilt.PreferenceVector);
        var neverOld = await NewProfileAsync(personalizer, "q");
        await RecordAsync(personalizer, neverOld.Completed(Film), neverOld.Completed(SampleCatalog.Film("crime", 2)));
        Assert.Equal<float>((await TasteAsync(personalizer, neverOld)).PreferenceVector, rebuilt.PreferenceVector);
    }

    [Fact]
    public async Task Gives_the_same_page_before_and_after_a_restart()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        await RecordAsync(personalizer, profile.Completed(Film));
        SmallModel.Publish(Folder, seed: 3);
        await personalizer.ActivateModelAsync();
        await RecordAsync(personalizer, profile.Completed(SampleCatalog.Film("thriller", 2)));
        Time.Advance(TimeSpan.FromSeconds(2));
        var page = JsonSerializer.Serialize(await HomeAsync(personalizer, profile.Profile), PersonalizeJson.Options);
        await personalizer.DisposeAsync();

        Assert.Equal(page, JsonSerializer.Serialize(await HomeAsync(Open(), profile.Profile), PersonalizeJson.Options));
    }

    [Fact]
    public async Task Comes_in_while_pages_are_asked_for_and_events_recorded()
    {
        var personalizer = await OpenWithTitlesAsync();
        var profile = await NewProfileAsync(personalizer, "p");
        using var done = new CancellationTokenSource();
        var busy = Task.Run(async () =>
        {
            for (var i = 1; !done.IsCancellationRequested; i++)
            {
                await RecordAsync(personalizer, profile.Paused(Film, 300 + (i % 3000)));
                Assert.NotEmpty((await HomeAsync(personalizer, profile.Profile)).Rows);
            }
        });

        for (var seed = 1; seed <= 10; seed++)
        {
            var version = SmallModel.Publish(Folder, seed);
            Assert.Equal(version, (await personalizer.ActivateModelAsync()).Version);
        }

        await done.CancelAsync();
        await busy;
    }

    [Fact]
    public async Task Leaves_the_old_one_in_service_when_it_is_damaged_also_after_a_restart()
    {
        var personalizer = await OpenWithTitlesAsync();
        var good = SmallModel.Publish(Folder, seed: 1);
        await personalizer.ActivateModelAsync();
        var damaged = SmallModel.Publish(Folder, seed: 2);
        var file = Directory.GetFiles(Path.Combine(Folder, "models"), $"{damaged}*").Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThrowsAsync<InvalidDataException>(personalizer.ActivateModelAsync);

        Assert.Equal(good, (await personalizer.GetModelAsync()).Version);
        await personalizer.DisposeAsync();
        var opened = Open();
        Assert.Equal(good, opened.GetStatus().ModelVersion);
        await opened.DisposeAsync();
        File.Delete(Directory.GetFiles(Path.Combine(Folder, "models"), $"{good}*").Single());
        Assert.Throws<DataFolderException>(() => Open());
    }

    private static async Task<LearntTaste> TasteAsync(EmbeddedPersonalizer personalizer, EventMaker profile) =>
        (await personalizer.ExportProfileAsync(profile.Profile)).Taste;
}
