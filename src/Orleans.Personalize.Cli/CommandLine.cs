using System.CommandLine;
using Orleans.Personalize.Cli.Commands;

namespace Orleans.Personalize.Cli;

/// <summary>The <c>personalize</c> command line.</summary>
internal static class CommandLine
{
    /// <summary>All commands with their options.</summary>
    public static RootCommand Create() => new("Personal home pages for a video service: import, train, measure, serve.")
    {
        DemoCommand.Create(),
        ImportCommand.Create(),
        TrainCommand.Create(),
        RefreshCommand.Create(),
        ModelCommand.Create(),
        EvaluateCommand.Create(),
        BenchCommand.Create(),
        ServeCommand.Create(),
        NotifyCommand.Create(),
        ExportCommand.Create(),
        EraseCommand.Create(),
    };
}
