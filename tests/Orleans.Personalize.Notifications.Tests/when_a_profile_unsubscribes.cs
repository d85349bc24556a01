using Orleans.Personalize.Notifications.Unsubscribing;

namespace Orleans.Personalize.Notifications.Tests;

public class when_a_profile_unsubscribes
{
    private static readonly UnsubscribeTokens Tokens = new("0123456789abcdef");

    [Theory]
    [InlineData("mara", NotificationChannel.Email)]
    [InlineData("zöe 🎬 & <co>", NotificationChannel.Push)]
    public void A_token_names_its_profile_and_channel(string id, NotificationChannel channel)
    {
        var token = Tokens.Create(new ProfileId(id), channel);
        Assert.True(Tokens.TryRead(token, out var profile, out var read));
        Assert.Equal((id, channel), (profile.Value, read));
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Fact]
    public void Nobody_makes_a_token_without_the_key()
    {
        var token = Tokens.Create(new ProfileId("mara"), NotificationChannel.Email);
        var others = new UnsubscribeTokens("another key of 1").Create(new ProfileId("mara"), NotificationChannel.Email);
        Assert.False(Tokens.TryRead(others, out _, out _));
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.False(Tokens.TryRead(changed, out var profile, out _) && profile.Value != "mara", changed);
        }

        foreach (var wrong in new[] { null, "", ".", "a.b", "a.b.c", token + ".x", token.Split('.')[0] + "." })
            Assert.False(Tokens.TryRead(wrong, out _, out _));
    }

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new UnsubscribeTokens("short"));
}
