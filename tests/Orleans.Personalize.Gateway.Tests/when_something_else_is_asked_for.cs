using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Gateway.Tests.Support;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Tests;

public class when_something_else_is_asked_for
{
    [Fact]
    public async Task An_unknown_path_is_a_problem()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/nothing")).IsProblem(404, null, "there is nothing at '/v1/nothing'");
        (await host.GetAsync("/nothing.html")).IsProblem(404, null, "there is nothing at '/nothing.html'");
    }

    [Fact]
    public async Task Another_method_is_a_problem_that_names_the_right_ones()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/profiles/ann", "{}");
        answer.IsProblem(405, null, "does not take POST");
        Assert.Contains("PUT", answer.Value("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_described()
    {
        await using var host = await GatewayHost.StartAsync();
        var model = await host.GetAsync("/v1/model");
        Assert.Equal(("0123456789abcdef", "3"), (model.Value("version"), model.Value("titles")));
    }

    [Fact]
    public async Task A_call_without_a_key_is_refused_where_there_are_keys()
    {
        await using var host = await GatewayHost.StartAsync(o =>
        {
            o.ApiKeys.Add("first");
            o.ApiKeys.Add("second");
        });
        var refused = await host.GetAsync("/v1/model");
        refused.IsProblem(401, "Authorization", "must be 'Bearer '");
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        Assert.Equal(401, await WithKeyAsync(host, "Bearer wrong"));
        Assert.Equal(401, await WithKeyAsync(host, "Bearer "));
        Assert.Equal(401, await WithKeyAsync(host, "Basic second"));
        Assert.Equal(200, await WithKeyAsync(host, "Bearer second"));
        Assert.Equal(200, await WithKeyAsync(host, "bearer first"));
        Assert.Equal(200, (await host.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task A_poster_is_lettered_where_the_host_has_none()
    {
        await using var host = await GatewayHost.StartAsync();
        foreach (var path in new[] { "/posters/odd.svg", "/posters/odd/any.svg", "/posters/night-train.svg" })
        {
            var poster = await host.GetAsync(path);
            Assert.Equal(("image/svg+xml", 200), (poster.Type, poster.Status));
            Assert.Equal("svg", XDocument.Parse(poster.Text).Root!.Name.LocalName);
        }

        var odd = XDocument.Parse((await host.GetAsync("/posters/odd.svg")).Text);
        Assert.Equal("\"<Odd> & 'Ends'", string.Join(' ', odd.Descendants().Where(e => e.Parent?.Name.LocalName == "g" && e.Name.LocalName == "text").Select(e => e.Value)));
        Assert.Contains("2024", (await host.GetAsync("/posters/night-train.svg")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_own_posters_come_first()
    {
        await using var host = await GatewayHost.StartAsync(services: s => s.AddSingleton<IPosterSource, Squares>());
        Assert.Equal("<svg xmlns='http://www.w3.org/2000/svg' id='odd-red'/>", (await host.GetAsync("/posters/odd/red.svg")).Text);
        (await host.GetAsync("/posters/nothing/red.svg")).IsProblem(404, "title", "there is no title 'nothing'");
    }

    [Fact]
    public async Task The_page_and_all_it_links_to_come_from_here_and_run_nothing_inline()
    {
        await using var host = await GatewayHost.StartAsync();
        var page = await host.GetAsync("/");
        Assert.Equal("text/html; charset=utf-8", page.Type);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Text.Replace("http://www.w3.org/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        foreach (var link in PageLinks().Matches(page.Text).Select(m => m.Groups["link"].Value).Where(l => !l.StartsWith('#')))
            Assert.Equal((link, 200), (link, (await host.GetAsync("/" + link.TrimStart('/'))).Status));
    }

    private static System.Text.RegularExpressions.Regex PageLinks() =>
        new("(?:href|src)=\"(?<link>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture | System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    private static async Task<int> WithKeyAsync(GatewayHost host, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/model");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await host.Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private sealed class Squares : IPosterSource
    {
        public ValueTask<string?> DrawAsync(Title title, ArtworkId? artwork, CancellationToken cancellationToken = default) =>
            new($"<svg xmlns='http://www.w3.org/2000/svg' id='{title.Id}-{artwork}'/>");
    }
}
