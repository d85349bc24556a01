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
