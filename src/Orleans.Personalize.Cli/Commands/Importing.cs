using System.CommandLine;
using Orleans.Personalize.Cli.Output;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Cli.Commands;

/// <summary>Reading a dataset from files, with progress and a report of what could not be read.</summary>
internal static class Importing
{
    private const int IssuesShown = 20;

    public static Option<string> Format() => new Option<string>("--format")
    {
        Description = "The dataset's format.",
        DefaultValueFactory = _ => DatasetFormats.Auto,
    }.AcceptOnlyFromAmong([.. DatasetFormats.Names]);

    public static async Task<ImportedData> ReadAsync(
        DirectoryInfo dataset, string format, bool strict, Terminal terminal, CancellationToken cancellationToken)
    {
        var imported = await terminal.WithProgressAsync(progress => Task.Run(
            () =>
            {
                var steps = new ProgressSteps(progress);
                try
                {
                    var data = DatasetImporter.Import(
                        dataset.FullName, format, strict, new Report<ImportProgress>(p => steps.Report($"Reading {dataset.Name}", Fraction(p))), cancellationToken);
                    steps.Complete();
                    return data;
                }
                catch (ImportException failure)
                {
                    throw new CommandFailedException(failure.Message, failure);
                }
            },
            cancellationToken));

        foreach (var issue in imported.Issues.Take(IssuesShown))
            terminal.Say(issue.ToString());
        if (imported.IssueCount > IssuesShown)
            terminal.Say($"... and {imported.IssueCount - IssuesShown:N0} more");
        if (imported.IssueCount > 0)
            terminal.Say($"{imported.IssueCount:N0} lines could not be read and were left out");
        return imported;
    }

    private static double Fraction(ImportProgress progress) =>
        progress.BytesTotal == 0 ? 0 : (double)progress.BytesRead / progress.BytesTotal;
}
