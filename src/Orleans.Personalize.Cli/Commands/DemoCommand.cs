using System.CommandLine;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Cli.Targets;
using Orleans.Personalize.Demo;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary><c>personalize demo</c>: fills a data folder or a running service with an invented one, and trains.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var defaults = new DemoOptions();
        var titles = new Option<int>("--titles") { Description = "How many titles.", DefaultValueFactory = _ => defaults.Titles };
        var households = new Option<int>("--households") { Description = "How many households, of 1 to 4 profiles.", DefaultValueFactory = _ => defaults.Households };
        var days = new Option<int>("--days") { Description = "For how many days they have been watching.", DefaultValueFactory = _ => defaults.Days };
        var seed = CommonOptions.Seed();
        var data = CommonOptions.Data();
        var to = CommonOptions.To();
        var wait = CommonOptions.Wait();
        var ifEmpty = CommonOptions.IfEmpty();
        var train = CommonOptions.Train();
        var json = CommonOptions.Json();

        var command = new Command("demo", """
            Make a demo catalogue and the households that watch it. The same seed makes the same world, up to the present moment.
            Example: personalize demo --data ./data --train
            """)
        {
            titles, households, days, seed, data, to, wait, ifEmpty, train, json,
        };
        command.Runs(json, async (arguments, terminal, cancellationToken) =>
        {
            var folder = arguments.GetRequiredValue(data);
            await using var target = await TargetFactory.OpenToFillAsync(arguments.GetValue(to), folder, arguments.GetValue(wait), cancellationToken);
            var mark = new FillingMark(folder);
            if (arguments.GetValue(ifEmpty) && !mark.IsUnfinished && !await target.IsEmptyAsync(cancellationToken))
            {
                terminal.Say("There are titles and profiles already; they are kept.");
                return;
            }

            mark.Begin();
            var world = Make(
                new DemoOptions { Titles = arguments.GetValue(titles), Households = arguments.GetValue(households), Days = arguments.GetValue(days) },
                arguments.GetValue(seed));
            var events = world.Events.ToList();
            var report = await terminal.WithProgressAsync(progress => new Filling(target, new ProgressSteps(progress))
                .RunAsync(world.Titles, world.Profiles, events, events.Count, cancellationToken));
            if (arguments.GetValue(train))
            {
                var dataset = DatasetBuilder.Build("demo", world.Titles, [.. world.Profiles.Select(profile => profile.Id)], events);
                await Training.PublishAsync(dataset, folder, CommonOptions.DefaultSeed, terminal, cancellationToken);
            }

            mark.Done();
            FillPrinter.Print(report, unreadable: 0, terminal);
        });
        return command;
    }

    private static DemoWorld Make(DemoOptions options, int seed)
    {
        try
        {
            return DemoWorld.Create(options, seed, TimeProvider.System.GetUtcNow());
        }
        catch (ArgumentOutOfRangeException failure)
        {
            throw new CommandFailedException($"--{failure.ParamName?.ToLowerInvariant()}: {failure.ActualValue} is out of range", failure);
        }
    }
}
