using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_a_page_is_asked_for
{
    [Fact]
    public async Task Home_answers_rows_with_cards()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/home?rows=3&columns=2&device=phone&country=DE&explain=true&utcOffsetMinutes=-90");
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.Type);
        Assert.Equal("Phone|DE|-01:30:00", answer.Value("modelVersion"));
        var row = answer.Json.GetProperty("rows")[0];
        Assert.Equal(("top", "topPicks"), (row.GetProperty("id").GetString(), row.GetProperty("kind").GetString()));
        Assert.Equal(2, row.GetProperty("cards").GetArrayLength());
        var card = row.GetProperty("cards")[0];
        Assert.Equal("harbour-lights", card.GetProperty("title").GetString());
        Assert.Equal(0.5, card.GetProperty("matchScore").GetDouble());
        Assert.Equal("popularity", card.GetProperty("parts")[0].GetProperty("part").GetString());
    }

    [Fact]
    public async Task A_page_goes_on_after_its_cursor()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/home/p-1/rows?after=abc_-9&count=2&filter=kind:film");
        Assert.Equal(("p-1", "abc_-9"), (answer.Value("page"), answer.Value("modelVersion")));
        Assert.Equal(2, answer.Json.GetProperty("rows")[0].GetProperty("cards").GetArrayLength());
        Assert.Equal("kind:film", host.Personalizer.Selection?.Filter);
    }

    [Fact]
    public async Task A_page_that_is_too_old_is_gone()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/profiles/ann/home/p-1/rows?after=old")).IsProblem(410, "after", "the page is too old");
    }

    [Fact]
    public async Task Recommendations_answer_a_flat_list()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/recommendations?count=2&device=tv&country=AT");
        Assert.Equal("Tv|AT", answer.Value("modelVersion"));
        Assert.Equal(2, answer.Json.GetProperty("cards").GetArrayLength());
    }

    [Fact]
    public async Task What_is_selected_reaches_every_list()
    {
        await using var host = await GatewayHost.StartAsync();
        const string selection = "filter=kind:film+and+year%3E=2000&include=odd&include=night-train&exclude=odd";

        foreach (var path in new[] { "home?", "recommendations?", "titles/night-train/similar?" })
        {
            await host.GetAsync("/v1/profiles/ann/" + path + selection);

            Assert.Equal("kind:film and year>=2000", host.Personalizer.Selection?.Filter);
            Assert.Equal(["odd", "night-train"], host.Personalizer.Selection!.Include.Select(title => title.Value));
            Assert.Equal(["odd"], host.Personalizer.Selection.Exclude.Select(title => title.Value));
        }

        await host.GetAsync("/v1/profiles/ann/home");
        Assert.Null(host.Personalizer.Selection);
    }

    [Fact]
    public async Task A_title_page_answers_title_and_card()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/titles/night-train");
        Assert.Equal("Night Train", answer.Json.GetProperty("title").GetProperty("name").GetString());
        Assert.Equal("cleared", answer.Value("thumb"));
    }

    [Fact]
    public async Task Similar_titles_leave_the_title_itself_out()
    {
        await using var host = await GatewayHost.StartAsync();
        var cards = (await host.GetAsync("/v1/profiles/ann/titles/night-train/similar?count=5")).Json.GetProperty("cards");
        Assert.Equal(["harbour-lights", "odd"], cards.EnumerateArray().Select(c => c.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_list_comes_back_in_another_order_with_what_was_left_out()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/profiles/ann/rerank", """{ "titles": ["odd", "nothing", "night-train"], "country": "AT" }""");
        Assert.Equal("AT", answer.Value("modelVersion"));
        Assert.Equal(["night-train", "odd"], answer.Json.GetProperty("cards").EnumerateArray().Select(c => c.GetProperty("title").GetString()));
        var leftOut = answer.Json.GetProperty("leftOut").EnumerateArray().Single();
        Assert.Equal(("nothing", "unknown"), (leftOut.GetProperty("title").GetString(), leftOut.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("""{ }""", "titles", "is required")]
    [InlineData("""{ "titles": ["odd", ""] }""", "titles[1]", "must be 1 to 128 characters")]
    [InlineData("""{ "titles": ["odd"], "profile": "bo" }""", "profile", "is 'bo' in the body and 'ann' in the path")]
    [InlineData("""{ "titles": ["odd"], "count": 3 }""", "count", "is not known here")]
    public async Task A_wrong_list_is_refused_by_field(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PostAsync("/v1/profiles/ann/rerank", body)).IsProblem(400, field, reason);
    }

    [Theory]
    [InlineData("home?rows=abc", "rows", "must be a whole number from 1 to 40")]
    [InlineData("home?rows=0", "rows", "must be a whole number from 1 to 40")]
    [InlineData("home?rows=", "rows", "must be a whole number from 1 to 40")]
    [InlineData("home?rows=1.0", "rows", "must be a whole number from 1 to 40")]
    [InlineData("home?rows=99999999999999", "rows", "must be a whole number from 1 to 40")]
    [InlineData("home?rows=3&rows=4", "rows", "is given more than once")]
    [InlineData("home?columns=76", "columns", "must be a whole number from 1 to 75")]
    [InlineData("home?device=fridge", "device", "must be one of tv, phone, tablet, web")]
    [InlineData("home?country=de", "country", "must be two capital letters")]
    [InlineData("home?explain=yes", "explain", "must be true or false")]
    [InlineData("home?utcOffsetMinutes=841", "utcOffsetMinutes", "from -840 to 840")]
    [InlineData("home?row=3", "row", "is not a parameter here; known are rows, columns, device, country, utcOffsetMinutes, explain, filter, include, exclude")]
    [InlineData("home/p-1/rows?count=3", "after", "is required")]
    [InlineData("home/p-1/rows?after=%2F", "after", "must be the 'next' of the page")]
    [InlineData("home/p-1/rows?after=x&count=41", "count", "must be a whole number from 1 to 40")]
    [InlineData("recommendations?count=501", "count", "from 1 to 500")]
    [InlineData("recommendations?rows=5", "rows", "known are count, device, country, explain")]
    [InlineData("home?filter=year%3C1&filter=year%3C2", "filter", "is given more than once")]
    [InlineData("home?filter=", "filter", "must be 1 to 2000 characters")]
    [InlineData("recommendations?exclude=", "exclude", "must be 1 to 128 characters")]
    [InlineData("titles/night-train?count=5", "count", "is not a parameter here; there are none")]
    [InlineData("titles/night-train/similar?count=0", "count", "from 1 to 200")]
    public async Task A_wrong_parameter_is_refused_by_name(string path, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/profiles/ann/" + path)).IsProblem(400, field, reason);
    }

    [Theory]
    [InlineData("/v1/profiles/nobody/home", "profile", "there is no profile 'nobody'")]
    [InlineData("/v1/profiles/nobody/recommendations", "profile", "there is no profile 'nobody'")]
    [InlineData("/v1/profiles/ann/titles/nothing", "title", "there is no title 'nothing'")]
    [InlineData("/v1/profiles/ann/titles/nothing/similar", "title", "there is no title 'nothing'")]
    [InlineData("/v1/profiles/nobody/export", "profile", "there is no profile 'nobody'")]
    public async Task An_unknown_profile_or_title_is_not_found(string path, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync(path)).IsProblem(404, field, reason);
    }

    [Fact]
    public async Task An_id_that_can_be_none_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync($"/v1/profiles/{new string('x', 129)}/home")).IsProblem(400, "profile", "must be 1 to 128 characters");
        (await host.GetAsync("/v1/titles/%20a")).IsProblem(400, "title", "blanks at either end");
        (await host.GetAsync("/v1/profiles/ann%07/home")).IsProblem(400, "profile", "control characters");
    }
}
