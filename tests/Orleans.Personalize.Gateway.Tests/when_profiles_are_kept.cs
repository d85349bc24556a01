using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_profiles_are_kept
{
    [Theory]
    [InlineData("""{"id":"cy","name":"Cy","maturityLimit":12}""")]
    [InlineData("""{"name":"Cy","maturityLimit":12}""")]
    public async Task A_profile_is_put_and_read_back(string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var put = await host.PutAsync("/v1/profiles/cy", body);
        Assert.Equal((200, """{"id":"cy","name":"Cy","maturityLimit":12,"kids":false,"sharesTaste":true}"""), (put.Status, put.Text));
        Assert.Equal(put.Text, (await host.GetAsync("/v1/profiles/cy")).Text);
    }

    [Fact]
    public async Task A_name_outside_ASCII_survives()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PutAsync("/v1/profiles/z%C3%B6e", """{"name":"Zöe 🎬"}""");
        var read = await host.GetAsync("/v1/profiles/z%C3%B6e");
        Assert.Equal(("zöe", "Zöe 🎬"), (read.Value("id"), read.Value("name")));
    }

    [Theory]
    [InlineData("""{"id":"other","name":"Cy"}""", "id", "is 'other' in the body and 'cy' in the path")]
    [InlineData("""{"id":7,"name":"Cy"}""", "id", "must be a string")]
    [InlineData("""{"id":"cy"}""", "name", "is required")]
    [InlineData("""{"name":null}""", "name", "must not be null")]
    [InlineData("""{"name":"Cy","nickname":"C"}""", "nickname", "is not known here")]
    [InlineData("""{"name":"Cy","maturityLimit":99}""", "maturityLimit", "must be from 0 to 21")]
    [InlineData("""{"name":"Cy","maturityLimit":"9"}""", "maturityLimit", "must be a whole number")]
    [InlineData("""{"name":"Cy","kids":"no"}""", "kids", "must be true or false")]
    [InlineData("{}", "name", "is required")]
    [InlineData("""{"\ud800":1,"name":"Cy"}""", "body", "property name")]
    [InlineData("""{"name":"\ud800"}""", "name", "is not valid Unicode")]
    [InlineData("""[{"name":"Cy"}]""", "body", "must be an object")]
    public async Task A_wrong_profile_is_refused_and_nothing_is_kept(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PutAsync("/v1/profiles/cy", body)).IsProblem(400, field, reason);
        Assert.Equal(404, (await host.GetAsync("/v1/profiles/cy")).Status);
    }

    [Fact]
    public async Task They_are_listed_a_part_at_a_time()
    {
        await using var host = await GatewayHost.StartAsync();
        var first = await host.GetAsync("/v1/profiles?count=1");
        Assert.Equal("ann", first.Value("next"));
        var second = await host.GetAsync("/v1/profiles?count=1&after=ann");
        Assert.Equal("bo", second.Json.GetProperty("profiles")[0].GetProperty("id").GetString());
        Assert.Null(second.Value("next"));
    }

    [Fact]
    public async Task They_are_found_by_a_part_of_the_name()
    {
        await using var host = await GatewayHost.StartAsync();
        var found = (await host.GetAsync("/v1/profiles?filter=the%20SEC")).Json.GetProperty("profiles");
        Assert.Equal(["bo"], found.EnumerateArray().Select(p => p.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("count=0", "count", "from 1 to 1000")]
    [InlineData("after=a%2Fb", "after", "must be 1 to 128 characters")]
    [InlineData("filter=", "filter", "must be 1 to 200 characters")]
    [InlineData("search=a", "search", "known are count, after, filter")]
    public async Task A_wrong_parameter_of_the_list_is_refused(string query, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/profiles?" + query)).IsProblem(400, field, reason);
    }

    [Fact]
    public async Task An_erased_profile_is_gone_with_its_events()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PostAsync("/v1/events", """{"type":"titleOpened","id":"e1","profile":"ann","time":"2026-03-01T20:15:00+01:00","title":"odd"}""");
        var erased = await host.DeleteAsync("/v1/profiles/ann");
        Assert.Equal((204, ""), (erased.Status, erased.Text));
        (await host.GetAsync("/v1/profiles/ann")).IsProblem(404, "profile", "there is no profile 'ann'");
        (await host.DeleteAsync("/v1/profiles/ann")).IsProblem(404, "profile", "there is no profile 'ann'");
    }

    [Fact]
    public async Task An_export_holds_settings_and_events_as_they_were_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        const string Sent = """{"type":"thumbGiven","title":"odd","thumb":"twoUp","id":"e1","profile":"ann","time":"2026-03-01T20:15:00+01:00","device":"tv"}""";
        await host.PostAsync("/v1/events", Sent);
        var export = await host.GetAsync("/v1/profiles/ann/export");
        Assert.Equal("Ann", export.Json.GetProperty("settings").GetProperty("name").GetString());
        var again = await host.PostAsync("/v1/events", export.Json.GetProperty("events").GetRawText());
        Assert.Equal("1", again.Value("duplicate"));
    }

    [Fact]
    public async Task Those_of_an_account_are_listed_together()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PutAsync("/v1/profiles/cleo", """{ "name": "Cleo", "account": "the-millers", "kids": true }""");
        var member = (await host.GetAsync("/v1/accounts/the-millers")).Json.GetProperty("profiles").EnumerateArray().Single();
        Assert.Equal("cleo", member.GetProperty("settings").GetProperty("id").GetString());
        Assert.Equal(0, (await host.GetAsync("/v1/accounts/nobody")).Json.GetProperty("profiles").GetArrayLength());
    }

    [Fact]
    public async Task One_takes_over_another()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PostAsync("/v1/events", """{"type":"titleOpened","id":"e1","profile":"bo","time":"2026-03-01T20:15:00+01:00","title":"odd"}""");
        var merged = await host.PostAsync("/v1/profiles/ann/merge", """{"source":"bo","operation":"m1"}""");
        Assert.Equal((200, """{"profile":"ann","operation":"m1","events":1,"sourceKept":false}"""), (merged.Status, merged.Text));
        (await host.PostAsync("/v1/profiles/ann/merge", """{"source":"bo","operation":"m2"}""")).IsProblem(404, "profile", "there is no profile 'bo'");
        (await host.PostAsync("/v1/profiles/ann/merge", """{"source":"bo"}""")).IsProblem(400, "operation", "is required");
        (await host.PostAsync("/v1/profiles/ann/merge", """{"profile":"cy","source":"bo","operation":"m3"}""")).IsProblem(400, "profile", "is 'cy' in the body");
    }

    [Fact]
    public async Task What_a_profile_would_be_sent_can_be_asked_for()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.PutAsync("/v1/profiles/cy", """{"name":"Cy","notifications":{"email":"cy@example.com","optOuts":[{"channel":"push"}]}}""");
        var plan = await host.GetAsync("/v1/profiles/cy/notifications/plan");
        Assert.Equal((200, "cy", "Nothing to tell"), (plan.Status, plan.Value("profile"), plan.Value("summary")));
        Assert.Equal(404, (await host.GetAsync("/v1/profiles/nobody/notifications/plan")).Status);
    }

    [Theory]
    [InlineData("""{"name":"Cy","notifications":{"email":7}}""", "notifications.email", "must be a string")]
    [InlineData("""{"name":"Cy","notifications":{"optOuts":[{"kind":"everything"}]}}""", "notifications.optOuts[0].kind", "must be one of")]
    [InlineData("""{"name":"Cy","notifications":{"fax":"1"}}""", "notifications.fax", "is not known here")]
    public async Task Wrong_notification_settings_are_named(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PutAsync("/v1/profiles/cy", body)).IsProblem(400, field, reason);
    }
}
