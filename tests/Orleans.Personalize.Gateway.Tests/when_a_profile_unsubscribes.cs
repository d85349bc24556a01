using System.Text;
using Orleans.Personalize.Gateway.Tests.Support;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Unsubscribing;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Gateway.Tests;

public class when_a_profile_unsubscribes
{
    private const string Key = "0123456789abcdef";
    private static readonly ProfileId Ann = new("ann");
    private static readonly string Link = $"/unsubscribe/{new UnsubscribeTokens(Key).Create(Ann, NotificationChannel.Email)}";

    [Fact]
    public async Task Looking_at_the_page_changes_nothing_and_one_click_does()
    {
        await using var host = await StartAsync();
        await host.Personalizer.PutProfileAsync(new ProfileSettings
        {
            Id = Ann,
            Name = "Ann <script>",
            Notifications = new NotificationSettings
            {
                Email = "ann@example.com",
                OptOuts = [new NotificationOptOut { Channel = NotificationChannel.Email, Kind = NotificationKind.Resume }, new NotificationOptOut { Kind = NotificationKind.Digest }],
            },
        });
        var page = await host.Client.GetAsync(Link);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("<form method=\"post\">", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.Equal(2, (await OptOutsAsync(host)).Length);

        using var click = new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.True((await host.Client.PostAsync(Link, click)).IsSuccessStatusCode);
        var refused = await OptOutsAsync(host);
        Assert.Equal([new NotificationOptOut { Kind = NotificationKind.Digest }, new NotificationOptOut { Channel = NotificationChannel.Email }], refused.AsEnumerable());

        using var again = new StringContent(string.Empty);
        Assert.True((await host.Client.PostAsync(Link, again)).IsSuccessStatusCode);
        Assert.Equal(refused.AsEnumerable(), await OptOutsAsync(host));
    }

    [Fact]
    public async Task A_token_that_is_none_or_whose_profile_is_gone_leads_nowhere()
    {
        await using var host = await StartAsync();
        (await host.GetAsync(Link + "x")).IsProblem(404, "token", "is none of this service");
        (await host.PostAsync("/unsubscribe/x.y", "{}")).IsProblem(404, "token", "is none of this service");
        await host.Personalizer.EraseProfileAsync(Ann);
        Assert.Equal(404, (await host.PostAsync(Link, "{}")).Status);

        await using var without = await GatewayHost.StartAsync();
        (await without.GetAsync(Link)).IsProblem(404, "token", "is none of this service");
    }

    private static Task<GatewayHost> StartAsync() => GatewayHost.StartAsync(options =>
    {
        options.ApiKeys.Add("secret");
        options.UnsubscribeKey = Key;
    });

    private static async Task<System.Collections.Immutable.ImmutableArray<NotificationOptOut>> OptOutsAsync(GatewayHost host) =>
        (await host.Personalizer.GetProfileAsync(Ann)).Notifications!.OptOuts;
}
