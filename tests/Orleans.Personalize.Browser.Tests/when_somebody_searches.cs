using Microsoft.Playwright;

namespace Orleans.Personalize.Browser.Tests;

public class when_somebody_searches(ServiceWithBrowser service) : IClassFixture<ServiceWithBrowser>
{
    [BrowserFact]
    public async Task What_is_typed_brings_suggestions_and_a_title_is_opened_by_keyboard_alone()
    {
        await using var view = await service.OpenAsync("/#/profile/ann");
        var field = view.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });
        await field.FillAsync("comdy numb");
        var option = view.Page.Locator("#search-list [role=option].hit").First;
        await Assertions.Expect(option).ToContainTextAsync("Comedy Number");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");

        await view.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(view.Page.Locator("#search-list [aria-selected=true].hit")).ToHaveCountAsync(1);
        await view.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(view.Page.Locator("dialog.title h1")).ToContainTextAsync("Comedy Number");
    }

    [BrowserFact]
    public async Task Enter_shows_a_page_of_results_to_which_a_closed_title_leads_back()
    {
        await using var view = await service.OpenAsync("/#/profile/bo");
        await view.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search" }).FillAsync("thriller");
        await view.Page.Keyboard.PressAsync("Enter");
        var results = view.Page.Locator("#results");
        await Assertions.Expect(results.Locator("h1")).ToHaveTextAsync("Results for “thriller”");
        await Assertions.Expect(results.Locator(".card")).ToHaveCountAsync(12);
        await Assertions.Expect(results.Locator(".card .found").First).ToHaveTextAsync("Title");
        await Assertions.Expect(view.Page.Locator("#main")).ToBeHiddenAsync();

        await results.Locator(".card").First.ClickAsync();
        await Assertions.Expect(view.Page.Locator("dialog.title h1")).ToContainTextAsync("Thriller");
        await view.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(results.Locator(".card")).ToHaveCountAsync(12);

        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Personalize, home" }).ClickAsync();
        await Assertions.Expect(view.Row("fromSearch")).ToHaveCountAsync(1);
        await Assertions.Expect(results).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Where_nothing_fits_it_says_so()
    {
        await using var view = await service.OpenAsync("/#/profile/ann/search/qqqqqq");
        await Assertions.Expect(view.Page.Locator("#results h1")).ToHaveTextAsync("Nothing found for “qqqqqq”. Top picks for you");
        Assert.NotEqual(0, await view.Page.Locator("#results .card").CountAsync());
        await Assertions.Expect(view.Page.Locator("#results")).Not.ToContainTextAsync("false");
    }
}
