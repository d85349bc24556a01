using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Gateway;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Gateway.Telemetry;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Notifications.Running;

namespace Orleans.Personalize.Cli.Serving;

/// <summary>The gateway over the embedded host, in this process.</summary>
internal static class EmbeddedService
{
    public static async Task RunAsync(
        DirectoryInfo data, string urls, string[] apiKeys, string[] operatorKeys, FileInfo? notify, Terminal terminal, CancellationToken cancellationToken)
    {
        using var sending = notify is null ? null : MessageSenders.Read(notify);
        if (operatorKeys.Length > 0 && apiKeys.Length == 0)
            throw new CommandFailedException("--operator-key: give an --api-key for the other callers too");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Check(urls, apiKeys));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told below in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddPersonalizeTelemetry("embedded");
        builder.Services.AddEmbeddedPersonalizer(options => options.DataFolder = data.FullName);
        builder.Services.AddPersonalizeGateway(options =>
        {
            foreach (var key in apiKeys)
                options.ApiKeys.Add(key);
            foreach (var key in operatorKeys)
                options.OperatorKeys.Add(key);
            options.UnsubscribeKey = sending?.Messages.UnsubscribeKey;
        });
        builder.Services.AddSingleton<IPosterSource, DemoPosters>();
        builder.Services.AddSingleton(DataFolder.Models(data));
        builder.Services.AddHostedService<ModelWatch>();
        if (sending is not null)
        {
            builder.Services.AddHostedService(services => new NotificationService(
                new NotificationRunner(
                    new PersonalizerDesk(services.GetRequiredService<IPersonalizer>()),
                    sending.Senders,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetRequiredService<ILogger<NotificationRunner>>()),
                sending.Every,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<NotificationService>>()));
        }

        await using var application = builder.Build();
        application.MapPersonalizeGateway();
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException(failure.Message, failure);
        }
        catch (IOException failure) when (failure.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CommandFailedException($"cannot listen on {urls}: {failure.InnerException.Message}", failure);
        }

        terminal.Say($"Serving on {string.Join(", ", application.Urls)}");
        await application.WaitForShutdownAsync(cancellationToken);
        terminal.Say("Stopped; everything is kept.");
    }

    private static string[] Check(string urls, string[] apiKeys)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var address in addresses)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new CommandFailedException($"--urls: '{address}' is not an http or https address");
            if (!uri.IsLoopback && apiKeys.Length == 0)
                throw new CommandFailedException($"--urls: {address} can be reached from other machines; give an --api-key");
        }

        return addresses;
    }
}
