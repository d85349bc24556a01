using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_taste_is_surveyed
{
    [Fact]
    public async Task Titles_to_ask_about_come_as_a_list()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/survey?count=1");
        Assert.Equal(200, answer.Status);
        Assert.Equal(1, answer.Json.GetProperty("cards").GetArrayLength());
        Assert.Equal(400, (await host.GetAsync("/v1/profiles/ann/survey?count=51")).Status);
        Assert.Equal(404, (await host.GetAsync("/v1/profiles/nobody/survey")).Status);
    }

    [Fact]
    public async Task Answers_have_receipts_in_their_order()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/profiles/ann/survey", """[{ "title": "night-train" }, { "thumb": "up" }, { "title": "harbour-lights", "thumb": "down" }]""");
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            ["accepted", "rejected", "accepted"],
            answer.Json.GetProperty("receipts").EnumerateArray().Select(receipt => receipt.GetProperty("outcome").GetString()));
    }
}
