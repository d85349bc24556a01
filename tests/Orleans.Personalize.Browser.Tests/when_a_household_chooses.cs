using Microsoft.Playwright;

namespace Orleans.Personalize.Browser.Tests;

public class when_a_household_chooses(ServiceWithBrowser service) : IClassFixture<ServiceWithBrowser>
{
    [BrowserFact]
    public async Task Profiles_are_added_chosen_renamed_limited_and_deleted()
    {
        await using var view = await service.OpenAsync("/?account=the-millers");
        await Assertions.Expect(view.Page.GetByText("Nobody belongs to this account yet")).ToBeVisibleAsync();
        await AddAsync(view, "Mara", kids: false);
        await AddAsync(view, "Tom", kids: true);
        await Assertions.Expect(view.Page.Locator(".people-grid .kids")).ToHaveCountAsync(1);
        await Assertions.Expect(view.Page.GetByText("Never used")).ToHaveCountAsync(2);

        // Chosen, and back to the same household.
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Mara" }).ClickAsync();
        await Assertions.Expect(view.Page.Locator(".row .card").First).ToBeVisibleAsync();
        await view.Page.GetByRole(AriaRole.Link, new() { Name = "Mara: change profile" }).ClickAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Heading, new() { Name = "Who’s watching?" })).ToBeVisibleAsync();

        await view.Named(AriaRole.Button, "Manage profiles").ClickAsync();
        await view.Named(AriaRole.Button, "Edit Mara").ClickAsync();
        await view.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mara <i>");
        await view.Page.GetByLabel("Titles it may see").SelectOptionAsync("16");
        await view.Named(AriaRole.Button, "Save").ClickAsync();
        await Assertions.Expect(view.Page.GetByText("Up to 16", new() { Exact = true }).First).ToBeVisibleAsync();

        await view.Named(AriaRole.Button, "Edit Tom").ClickAsync();
        await Assertions.Expect(view.Page.GetByLabel("Titles it may see").Locator("option")).ToHaveCountAsync(3);
        await view.Named(AriaRole.Button, "Delete profile").ClickAsync();
        await view.Named(AriaRole.Button, "Delete Tom for good").ClickAsync();
        await Assertions.Expect(view.Page.Locator(".people-grid .kids")).ToHaveCountAsync(0);

        await view.Page.ReloadAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Link, new() { Name = "Mara <i>" })).ToBeVisibleAsync();
        await Assertions.Expect(view.Page.Locator(".people-grid li")).ToHaveCountAsync(2);
    }

    private static async Task AddAsync(WatchedPage view, string name, bool kids)
    {
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Add a profile" }).ClickAsync();
        await view.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        if (kids)
            await view.Page.GetByLabel("For a child").CheckAsync();
        await view.Named(AriaRole.Button, "Create").ClickAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }
}
