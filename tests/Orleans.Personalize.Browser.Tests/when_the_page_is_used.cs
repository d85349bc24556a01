using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Orleans.Personalize.Browser.Tests;

public partial class when_the_page_is_used(ServiceWithBrowser service) : IClassFixture<ServiceWithBrowser>
{
    [BrowserFact]
    public async Task An_operator_puts_models_in_service_and_takes_them_back()
    {
        var (first, second) = service.AddModels();
        await using var view = await service.OpenAsync("/");
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Models" }).ClickAsync();
        var inService = view.Page.Locator("tr.inService code");
        foreach (var version in new[] { first, second })
        {
            await view.Page.Locator("tr", new() { HasText = version }).GetByRole(AriaRole.Button, new() { Name = "Put in service" }).ClickAsync();
            await Assertions.Expect(inService).ToHaveTextAsync(version);
        }

        await view.Named(AriaRole.Button, "Roll back").ClickAsync();
        await Assertions.Expect(inService).ToHaveTextAsync(first);
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "All profiles" }).ClickAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Link, new() { Name = "Ann" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_title_that_is_played_can_be_continued()
    {
        await using var view = await service.OpenAsync("/");
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Ann" }).ClickAsync();
        var card = view.Row("topPicks").Locator(".card").Nth(1);
        var name = await card.Locator(".name").InnerTextAsync();
        await Assertions.Expect(view.Row("continueWatching")).ToHaveCountAsync(0);

        await card.ClickAsync();
        await view.Page.Locator("dialog.title").GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        for (var i = 0; i < 4; i++)
            await view.Named(AriaRole.Button, "On 5 minutes").ClickAsync();
        await view.Named(AriaRole.Button, "Pause").ClickAsync();
        await view.Named(AriaRole.Button, "Stop and close").ClickAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Button, new() { NameRegex = Resume() })).ToBeVisibleAsync();
        await view.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(view.Row("continueWatching").Locator(".card .name").First).ToHaveTextAsync(name);
        await Assertions.Expect(view.Row("continueWatching").Locator(".card .left").First).ToContainTextAsync("left");
    }

    [BrowserFact]
    public async Task A_remote_control_reaches_everything_on_a_television()
    {
        await using var view = await service.OpenAsync("/?device=tv#/profile/bo", 1920, 1080);
        var focused = view.Page.Locator(":focus");
        await Assertions.Expect(view.Page.Locator(".hero .button").First).ToBeVisibleAsync();

        await view.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(focused).ToHaveTextAsync("Play");
        await view.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(focused).ToHaveTextAsync("More");
        await view.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(view.Page.Locator(".top :focus")).ToHaveCountAsync(1);
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(view.Page.Locator(".hero :focus")).ToHaveCountAsync(1);
        for (var i = 0; i < 4 && await view.Page.Locator(".row .card:focus").CountAsync() == 0; i++)
            await view.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(view.Page.Locator(".row").First.Locator(".card:focus")).ToHaveCountAsync(1);
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await view.Page.Keyboard.PressAsync("ArrowRight");
        var card = view.Page.Locator(".row").Nth(1).Locator(".card").Nth(1);
        await Assertions.Expect(card).ToBeFocusedAsync();
        await Assertions.Expect(card).ToBeInViewportAsync(new() { Ratio = 1 });
        await view.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(view.Page.Locator("dialog.title h1")).ToBeVisibleAsync();
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(view.Page.Locator("dialog.title button:focus")).ToHaveCountAsync(1);
        await view.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(view.Page.Locator("dialog.title")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_screen_once_chosen_stays_chosen()
    {
        await using var view = await service.OpenAsync("/#/profile/bo");
        await view.Page.GetByLabel("Screen").SelectOptionAsync("tablet");
        await view.Page.ReloadAsync();

        await Assertions.Expect(view.Page.GetByLabel("Screen")).ToHaveValueAsync("tablet");
    }

    [BrowserFact]
    public async Task A_thumb_is_received_and_stays()
    {
        await using var view = await service.OpenAsync("/#/profile/bo");
        await view.Row("topPicks").Locator(".card").First.ClickAsync();
        await view.Named(AriaRole.Button, "Love this").ClickAsync();
        await Assertions.Expect(view.Page.Locator("dialog .latest .chip.accepted", new() { HasText = "Thumb" }).First).ToBeVisibleAsync();
        await view.Page.ReloadAsync();
        await Assertions.Expect(view.Named(AriaRole.Button, "Love this")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [BrowserFact]
    public async Task A_hidden_title_is_gone_at_once()
    {
        await using var view = await service.OpenAsync("/#/profile/bo");
        var card = view.Row("topPicks").Locator(".card").Nth(2);
        var name = await card.Locator(".name").InnerTextAsync();
        await card.ClickAsync();
        await view.Named(AriaRole.Button, "Hide this title").ClickAsync();
        await Assertions.Expect(view.Page.Locator(".card .name", new() { HasTextRegex = new Regex($"^{Regex.Escape(name)}$", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task It_can_be_used_by_keyboard_alone()
    {
        await using var view = await service.OpenAsync("/#/profile/ann");
        var first = view.Row("topPicks").Locator(".card").First;
        await first.FocusAsync();
        await view.Page.Keyboard.PressAsync("ArrowRight");
        await view.Page.Keyboard.PressAsync("ArrowDown");
        await view.Page.Keyboard.PressAsync("ArrowUp");
        await view.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(view.Page.Locator("dialog.title h1")).ToBeFocusedAsync();
        await view.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(view.Page.Locator("dialog.title")).ToHaveCountAsync(0);
        await Assertions.Expect(view.Page.Locator(".card:focus")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task What_was_seen_followed_and_passed_by_is_told()
    {
        await using var view = await service.OpenAsync("/#/profile/ann");
        var log = view.Page.Locator("#activity-log");
        await view.Named(AriaRole.Button, "Activity").ClickAsync();
        await Assertions.Expect(log.Locator("li.accepted", new() { HasText = "Seen" }).First).ToBeVisibleAsync();
        await view.Named(AriaRole.Button, "Activity").ClickAsync();
        await view.Row("topPicks").HoverAsync();
        await view.Row("topPicks").Locator(".step.right").ClickAsync();
        await Assertions.Expect(log.Locator("li", new() { HasText = "Row followed" }).First).ToBeAttachedAsync();

        // A row counts as passed by only after it was looked at; the page may be composed anew meanwhile, and its rows with it.
        var passed = log.Locator("li", new() { HasText = "Row passed" }).First;
        for (var attempt = 0; attempt < 5 && await passed.CountAsync() == 0; attempt++)
        {
            await view.Page.EvaluateAsync("document.querySelectorAll('.row')[2].scrollIntoView({ block: 'center', behavior: 'instant' })");
            await view.Page.WaitForFunctionAsync("[...document.querySelectorAll('.row')].slice(1).some(row => performance.now() - row.lookedAtSince > 1200)");
            await view.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
            await view.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
        }

        await Assertions.Expect(passed).ToBeAttachedAsync();
    }

    [BrowserFact]
    public async Task The_page_goes_on_as_one_scrolls()
    {
        await using var view = await service.OpenAsync("/#/profile/bo");
        await Assertions.Expect(view.Row("topPicks")).ToHaveCountAsync(1);
        var first = await RowsOf(view);
        await view.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
        await view.Page.WaitForFunctionAsync("count => document.querySelectorAll('.row[data-row]').length > count", first.Length);
        await view.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");

        var all = await RowsOf(view);
        Assert.True(all.Length > first.Length);
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(first, all[..first.Length]);

        static async Task<string[]> RowsOf(WatchedPage view) =>
            await view.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.row[data-row]')].map(row => row.dataset.row)");
    }

    [BrowserFact]
    public async Task A_new_profile_begins_with_a_page()
    {
        await using var view = await service.OpenAsync("/", width: 390, height: 844);
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Add a profile" }).ClickAsync();
        await view.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Zoë <b>");
        await view.Named(AriaRole.Button, "Create").ClickAsync();
        await Assertions.Expect(view.Page.Locator(".row .card").First).ToBeVisibleAsync();
        Assert.StartsWith("Zoë <b>", await view.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_new_profile_names_three_titles_and_gets_a_page_of_its_own()
    {
        await using var view = await service.OpenAsync("/");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Add a profile" }).ClickAsync();
        await view.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mia");
        await view.Named(AriaRole.Button, "Create").ClickAsync();
        var survey = view.Page.GetByRole(AriaRole.Region, new() { Name = "Taste survey" });
        for (var i = 0; i < 3; i++)
            await survey.Locator(".choice[aria-pressed='false']").First.ClickAsync();
        await Assertions.Expect(survey).ToBeHiddenAsync();
        await Assertions.Expect(view.Page.Locator(".row", new() { HasText = "Top picks for Mia" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_does_not_exist_is_said_in_words()
    {
        await using var view = await service.OpenAsync("/#/profile/nobody");
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("there is no profile 'nobody'");
    }

    [BrowserFact]
    public async Task A_service_with_a_key_is_asked_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("personalize-key-").FullName;
        await using (var guarded = await ServiceWithBrowser.ServeAsync(folder, o => o.ApiKeys.Add("sesame")))
        await using (var view = await service.OpenAsync(ServiceWithBrowser.AddressOf(guarded) + "/"))
        {
            await view.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("wrong");
            await view.Named(AriaRole.Button, "Continue").ClickAsync();
            await Assertions.Expect(view.Page.GetByText("That one was not right.")).ToBeVisibleAsync();
            await view.Page.GetByLabel("Key", new() { Exact = true }).FillAsync("sesame");
            await view.Named(AriaRole.Button, "Continue").ClickAsync();
            await Assertions.Expect(view.Page.GetByRole(AriaRole.Link, new() { Name = "Ann" })).ToBeVisibleAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("^Resume", RegexOptions.None, 1000)]
    private static partial Regex Resume();
}
