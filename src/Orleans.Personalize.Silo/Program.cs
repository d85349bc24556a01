using Azure;
using Microsoft.AspNetCore.Connections;
using Orleans.Personalize.Silo.Configuration;
using Orleans.Personalize.Silo.Hosting;

if (NodeCommandLine.AsksForHelp(args))
{
    Console.WriteLine(NodeCommandLine.Help);
    return 0;
}

try
{
    await using var application = NodeApplication.Build(args);
    await application.StartAsync();
    NodeApplication.Announce(application);
    await application.WaitForShutdownAsync();
    return 0;
}
catch (NodeOptionsException error)
{
    await Console.Error.WriteLineAsync($"personalize-silo: {error.Message}");
    return 2;
}
catch (IOException error) when (error.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"personalize-silo: {error.Message}");
    return 3;
}
catch (AddressInUseException error)
{
    await Console.Error.WriteLineAsync($"personalize-silo: another program uses the silo port or the gateway port: {error.Message}");
    return 3;
}
catch (Exception error) when (error is RequestFailedException or AggregateException { InnerException: RequestFailedException or OperationCanceledException })
{
    await Console.Error.WriteLineAsync($"personalize-silo: the storage cannot be reached: {(error.InnerException ?? error).Message}");
    return 4;
}
