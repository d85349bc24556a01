using System.CommandLine;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.ModelFiles;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize model publish</c>: puts a model of a data folder where the silos of a cluster fetch it.</summary>
internal static class ModelPublishing
{
    public static Command Create()
    {
        var (data, json, key) = (CommonOptions.Data(), CommonOptions.Json(), CommonOptions.ApiKey());
        var version = new Argument<string>("version") { Description = "The model, by its version." };
        var place = new Option<string>("--models")
        {
            Description = "Where the models of the cluster are: a folder, the address of a container of blobs with a signature, or with --connection the name of a container.",
            HelpName = "PLACE",
            Required = true,
        };
        var connection = new Option<string?>("--connection") { Description = "The connection string of the Azure storage account.", HelpName = "TEXT" };
        var tenant = new Option<string>("--tenant") { Description = "Whose model.", HelpName = "NAME", DefaultValueFactory = _ => "default" };
        var keep = new Option<int>("--keep") { Description = "How many models stay there.", HelpName = "N", DefaultValueFactory = _ => ModelStore.UsualKept };
        var to = CommonOptions.To();
        to.Description = "Then put it in service, on the running service at this address.";
        var command = new Command("publish", """
            Put a model of a data folder where the silos of a cluster fetch it, and with --to in service.
            Example: personalize model publish 0123456789abcdef --data ./data --models models-personalize --connection "$CONNECTION" --to http://gateway:5080
            """)
        {
            version, data, place, connection, tenant, keep, to, key, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            if (arguments.GetValue(keep) < 1)
                throw new CommandFailedException("--keep: must be 1 or more");
            var model = arguments.GetRequiredValue(version);
            try
            {
                var store = LogStores.Open(arguments.GetRequiredValue(place), arguments.GetValue(connection));
                await SharedModels.PublishAsync(
                    DataFolder.Models(arguments.GetRequiredValue(data)), model, store, arguments.GetRequiredValue(tenant), arguments.GetValue(keep), cancellationToken);
            }
            catch (ArgumentException failure)
            {
                throw new CommandFailedException($"--models: {failure.Message}", failure);
            }

            var service = arguments.GetValue(to);
            if (service is not null)
            {
                using var models = new ServiceModels(service, arguments.GetValue(key));
                await models.ActivateModelAsync(model, cancellationToken);
            }

            terminal.Result(new { version = model, activated = service is not null }, console => console.WriteLine(service is null
                ? $"Model {model} is there; 'personalize model activate {model} --to ADDRESS' puts it in service."
                : $"Model {model} is in service; every silo takes it over within seconds."));
        });
        return command;
    }
}
