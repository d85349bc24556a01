using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Gateway.Documentation;
using Orleans.Personalize.Gateway.Problems;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Unsubscribing;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>
/// Where unsubscribe links lead. They need no key and no sign-in: the token in them is signed. Looking at the page changes nothing, because mail
/// programs look at links by themselves; the button on it, and a mail program's own (RFC 8058), do.
/// </summary>
internal static class UnsubscribeEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapUnsubscribing(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/unsubscribe").WithTags("Notifications").WithMetadata(new GatewayOperation());
        group.MapGet("/{token}", ShowAsync).WithName("showUnsubscribe").Produces<string>(StatusCodes.Status200OK, "text/html");
        group.MapPost("/{token}", RefuseAsync).WithName("unsubscribe").Produces<string>(StatusCodes.Status200OK, "text/html");
    }

    /// <summary>The page of an unsubscribe link: asks whether to send no more messages, and changes nothing.</summary>
    /// <param name="token">The token in the link.</param>
    /// <param name="context">The request.</param>
    /// <param name="options">Says what tokens are signed with.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> ShowAsync(
        string token, HttpContext context, IOptions<GatewayOptions> options, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var (profile, channel) = Read(token, options.Value);
        var settings = await personalizer.GetProfileAsync(profile, cancellationToken);
        return Page(
            context,
            $"No more {NameOf(channel)} for {settings.Name}?",
            "<form method=\"post\"><button>Unsubscribe</button></form>");
    }

    /// <summary>Refuses all messages of the link's channel for the link's profile, from now on. Doing so again changes nothing.</summary>
    /// <remarks>Mail programs post <c>List-Unsubscribe=One-Click</c> here; the body is not looked at. A profile wins them back by its settings.</remarks>
    /// <param name="token">The token in the link.</param>
    /// <param name="context">The request.</param>
    /// <param name="options">Says what tokens are signed with.</param>
    /// <param name="personalizer">The service behind.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<IResult> RefuseAsync(
        string token, HttpContext context, IOptions<GatewayOptions> options, IPersonalizer personalizer, CancellationToken cancellationToken)
    {
        var (profile, channel) = Read(token, options.Value);
        var settings = await personalizer.GetProfileAsync(profile, cancellationToken);
        var reach = settings.Notifications ?? new NotificationSettings();
        if (!reach.OptOuts.Any(optOut => (optOut.Channel ?? channel) == channel && optOut.Kind is null))
        {
            // What is refused already, kind by kind, is in the new refusal; so there is always room for it.
            var others = reach.OptOuts.Where(optOut => optOut.Channel != channel).Take(NotificationSettings.MaxOptOuts - 1);
            await personalizer.PutProfileAsync(
                settings with { Notifications = reach with { OptOuts = [.. others, new NotificationOptOut { Channel = channel }] } }, cancellationToken);
        }

        return Page(context, $"{settings.Name} gets no more {NameOf(channel)}.", string.Empty);
    }

    private static (ProfileId Profile, NotificationChannel Channel) Read(string token, GatewayOptions options) =>
        options.UnsubscribeKey is { } key && new UnsubscribeTokens(key).TryRead(token, out var profile, out var channel)
            ? (profile, channel)
            : throw new ProblemException(StatusCodes.Status404NotFound, "token", "is none of this service");

    private static string NameOf(NotificationChannel channel) => channel == NotificationChannel.Email ? "e-mails" : "push messages";

    private static IResult Page(HttpContext context, string heading, string form)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex"><title>{{WebUtility.HtmlEncode(heading)}}</title>
            <style>body{font-family:system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0;padding:0 20px;text-align:center}h1{font-size:22px;font-weight:600}
            button{font:inherit;font-weight:600;padding:11px 24px;border:0;border-radius:8px;background:#5b4bdb;color:#fff;cursor:pointer}</style></head>
            <body><main><h1>{{WebUtility.HtmlEncode(heading)}}</h1>{{form}}</main></body></html>
            """,
            "text/html; charset=utf-8");
    }
}
