using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Notifications.Tests.Support;

namespace Orleans.Personalize.Notifications.Tests;

public class when_a_message_is_written
{
    private static readonly EmailWriter Writer = new(Letters.Options);

    [Fact]
    public void Whatever_a_catalogue_says_is_text()
    {
        const string evil = "<script>alert(1)</script>\" onload=\"x";
        var card = Letters.CardOf("x\"><script>", evil, "https://x.example/\"><script>alert(2)</script>") with { Label = evil };
        var html = Writer.Write(Letters.Of(evil, evil, card)).Html;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload=\"", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_address_of_the_web_becomes_no_link(string url)
    {
        var content = Writer.Write(Letters.Of("Mara", "Hello", Letters.CardOf("x", "X", url)));
        Assert.DoesNotContain(url.Split(':')[0] + ":", content.Html, StringComparison.Ordinal);
        var writer = new EmailWriter(Letters.Options with { TitleUrl = url + "{title}" });
        Assert.DoesNotContain("href=\"" + url[..4], writer.Write(Letters.News).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_card_is_there_with_picture_link_and_reason()
    {
        var content = Writer.Write(Letters.Digest);
        foreach (var card in Letters.Digest.Suggestion.Cards)
        {
            Assert.Contains($"https://tv.example.com/watch/{card.Title}?from=digest-0123456789abcdef", content.Html, StringComparison.Ordinal);
            Assert.Contains(card.Name, content.Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, content.Html.Split("<img ").Length - 1);
        Assert.Contains("Because you like &lt;dark&gt; stories", content.Html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_addresses_it_is_a_message_all_the_same()
    {
        var content = new EmailWriter(new MessageOptions()).Write(Letters.Digest);
        Assert.Null(content.Unsubscribe);
        Assert.DoesNotContain("<a ", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", content.Html, StringComparison.Ordinal);
        Assert.Contains("Harbour Lights", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colour_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EmailWriter(new MessageOptions { AccentColor = "red;}" }));
}
