using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Orleans.Personalize.Notifications.Tests.Support;

/// <summary>A mail server on a free port of this machine: speaks SMTP (RFC 5321) as far as is needed, and keeps what it gets.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whole messages, head and body.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>What it answers to a recipient.</summary>
    public string RecipientAnswer { get; set; } = "250 OK";

    /// <summary>What it answers to a message; null to take it and hang up without a word.</summary>
    public string? MessageAnswer { get; set; } = "250 taken";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var command = line.Split(' ')[0].ToUpperInvariant();
                if (command == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Messages.Enqueue(await ReadMessageAsync(reader));
                    if (MessageAnswer is null)
                        return;
                    await writer.WriteLineAsync(MessageAnswer);
                    continue;
                }

                await writer.WriteLineAsync(command switch { "QUIT" => "221 bye", "RCPT" => RecipientAnswer, _ => "250 OK" });
                if (command == "QUIT")
                    return;
            }
        }
        catch (IOException)
        {
            // The other side hung up.
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        return message.ToString();
    }
}
