using System.Net;
using System.Text;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_a_body_is_wrong
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("5", "must be an object or an array of objects")]
    [InlineData("\"text\"", "must be an object or an array of objects")]
    [InlineData("null", "must be an object or an array of objects")]
    public async Task It_is_refused_with_a_reason(string body, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PostAsync("/v1/events", body)).IsProblem(400, "body", reason);
        (await host.PutAsync("/v1/titles", body)).IsProblem(400, "body", reason);
    }

    [Fact]
    public async Task Malformed_JSON_is_refused_with_the_place_where_it_breaks_off()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/events", "{\n  \"id\": \"a\",\n  \"time\" 5\n}");
        answer.IsProblem(400, "body", "is not JSON, at line 3, column 10: ");
        Assert.Equal(("3", "10"), (answer.Value("line"), answer.Value("column")));
        Assert.DoesNotContain("LineNumber", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        using var content = new ByteArrayContent([.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        (await Answer.OfAsync(await host.Client.PostAsync("/v1/events", content))).IsProblem(400, "body", "is not valid UTF-8");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault()
    {
        await using var host = await GatewayHost.StartAsync();
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. "[]"u8]);
        content.Headers.ContentType = new("application/json");
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsync("/v1/events", content)).StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml")]
    [InlineData("")]
    public async Task Another_content_type_is_refused(string type)
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.SendAsync(HttpMethod.Post, "/v1/events", "[]", type);
        Assert.Equal((415, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Contains("must be application/json", answer.Value("reason"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task JSON_by_another_spelling_is_taken(string type)
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, "/v1/events", "[]", type)).Status);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_before_they_are_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        using var content = new CountedContent(10 << 20);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events") { Content = content };
        request.Headers.ExpectContinue = true;
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = host.Client.BaseAddress };
        (await Answer.OfAsync(await patient.SendAsync(request))).IsProblem(413, "body", "is larger than 1048576 bytes");
        Assert.Equal(0, content.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_too_large_that_is_sent_all_the_same_is_refused(bool chunked)
    {
        await using var host = await GatewayHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events") { Content = new ByteArrayContent(new byte[2 << 20]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        (await Answer.OfAsync(await host.Client.SendAsync(request))).IsProblem(413, "body", "is larger than 1048576 bytes");
    }

    [Fact]
    public async Task JSON_that_is_nested_without_end_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PostAsync("/v1/events", new StringBuilder().Append('[', 500_000).ToString())).IsProblem(400, "body", "is not JSON");
    }

    private sealed class CountedContent(int length) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 << 10];
            for (; Sent < length; Sent += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
