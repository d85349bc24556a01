using Orleans.Personalize.Engine.Similarity;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>The JSON form of a refresh: what was new, and the model that came of it.</summary>
internal sealed record RefreshDocument(string RefreshedFrom, int NewEvents, int NewTitles, TrainDocument Model)
{
    /// <summary>Of the model that was in service and the one that came of it, which is the same where nothing was new.</summary>
    public static RefreshDocument Of(PersonalizationModel before, int newEvents, TrainDocument model) =>
        new(before.Info.Version, newEvents, model.Titles - before.Info.Titles, model);

    public void Print(IAnsiConsole console)
    {
        console.WriteLine($"{NewEvents:N0} events and {NewTitles:N0} titles are new since {RefreshedFrom}.");
        Model.Print(console);
    }
}
