using System.Text;
using System.Text.RegularExpressions;
using Orleans.Personalize.Notifications.Smtp;
using Orleans.Personalize.Notifications.Tests.Support;

namespace Orleans.Personalize.Notifications.Tests;

public class when_mail_is_sent
{
    [Fact]
    public async Task A_server_gets_text_and_HTML_and_the_lines_for_refusing_with_one_click()
    {
        await using var server = new MailServer();
        Assert.Equal(SendOutcome.Sent, await Sender(server).SendAsync(Letters.Digest));
        var message = Assert.Single(server.Messages);
        var head = Unfolded(message[..message.IndexOf("\n\n", StringComparison.Ordinal)]);
        Assert.Contains("Message-ID: <digest-0123456789abcdef@nordlicht.example>", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe: <https://tv.example.com/unsubscribe/", head, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", head, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", head, StringComparison.Ordinal);
        Assert.Contains("To: mara@example.com", head, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", head, StringComparison.Ordinal);
        Assert.Contains("Date: ", head, StringComparison.Ordinal);

        var (text, html) = Parts(message);
        Assert.Contains("Zoë & <b>Tim</b> (2025 · 93% match · New)", text, StringComparison.Ordinal);
        Assert.Contains("https://tv.example.com/unsubscribe/", text, StringComparison.Ordinal);
        Assert.Contains("Zo&#235; &amp; &lt;b&gt;Tim&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_has_the_same_id_when_it_is_sent_again()
    {
        await using var server = new MailServer();
        var sender = Sender(server);
        await sender.SendAsync(Letters.Digest);
        await sender.SendAsync(Letters.Digest);
        var ids = server.Messages.Select(message => Regex.Match(message, "(?im)^Message-ID: .*$", RegexOptions.None, TimeSpan.FromSeconds(1)).Value).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEmpty(ids[0]);
    }

    [Theory]
    [InlineData("550 no such mailbox", "250 taken", SendStatus.Failed)]
    [InlineData("450 try later", "250 taken", SendStatus.Uncertain)]
    [InlineData("250 OK", "554 this is spam", SendStatus.Failed)]
    [InlineData("250 OK", "451 try later", SendStatus.Uncertain)]
    [InlineData("250 OK", null, SendStatus.Uncertain)]
    public async Task What_the_server_says_decides_whether_it_is_tried_again(string toRecipient, string? toMessage, SendStatus expected)
    {
        await using var server = new MailServer { RecipientAnswer = toRecipient, MessageAnswer = toMessage };
        var outcome = await Sender(server).SendAsync(Letters.Digest);
        Assert.Equal(expected, outcome.Status);
        Assert.NotEmpty(outcome.Reason!);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_left_alone_for_a_while()
    {
        int port;
        await using (var server = new MailServer())
            port = server.Port;
        var sender = Sender(port, new SmtpOptions { Host = "127.0.0.1", From = "a@b.example", BreakAfter = 2, BreakFor = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(SendStatus.Uncertain, (await sender.SendAsync(Letters.Digest)).Status);
        Assert.True(sender.IsReady);
        await sender.SendAsync(Letters.Digest);
        Assert.False(sender.IsReady);
        Assert.True(SpinWait.SpinUntil(() => sender.IsReady, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_title_s_name_cannot_add_lines_to_the_head()
    {
        await using var server = new MailServer();
        var letter = Letters.Of("Mara\r\nBcc: eve@example.com", "Hello\r\nBcc: eve@example.com\r\n\r\nBody", Letters.CardOf("x", "Name\r\nBcc: eve@example.com"));
        Assert.Equal(SendOutcome.Sent, await Sender(server).SendAsync(letter));
        var message = Assert.Single(server.Messages);
        var head = message[..message.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.DoesNotContain(head.Split('\n'), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_profile_without_an_address_gets_none()
    {
        await using var server = new MailServer();
        var letter = Letters.Digest with { Profile = Letters.Digest.Profile with { Notifications = null } };
        Assert.Equal(SendStatus.Failed, (await Sender(server).SendAsync(letter)).Status);
        Assert.Empty(server.Messages);
    }

    private static SmtpSender Sender(MailServer server) => Sender(server.Port, new SmtpOptions { Host = "127.0.0.1", From = "news@nordlicht.example" });

    private static SmtpSender Sender(int port, SmtpOptions options) =>
        new(options with { Port = port, Tls = false, Timeout = TimeSpan.FromSeconds(30) }, Letters.Options);

    private static string Unfolded(string head) => head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);

    private static (string Text, string Html) Parts(string message)
    {
        var boundary = Regex.Match(message, "boundary=\"?(?<name>[^\";\n]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["name"].Value;
        var parts = message.Split($"--{boundary}").Skip(1).Take(2)
            .Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part[part.IndexOf("\n\n", StringComparison.Ordinal)..].Replace("\n", "", StringComparison.Ordinal))))
            .ToList();
        return (parts[0], parts[1]);
    }
}
