using System.Text.Json;
using Orleans.Personalize.Json;
using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>Where a command writes: results to standard output, as tables or as one JSON document; progress and errors to standard error.</summary>
internal sealed class Terminal(bool json)
{
    private static readonly JsonSerializerOptions Indented = new(PersonalizeJson.Options) { WriteIndented = true };

    private readonly IAnsiConsole _error = Create(Console.Error, Console.IsErrorRedirected);

    public IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Whether results are to be JSON.</summary>
    public bool Json { get; } = json;

    /// <summary>Writes the result: <paramref name="document"/> as JSON, or what <paramref name="people"/> prints.</summary>
    public void Result(object document, Action<IAnsiConsole> people)
    {
        if (Json)
            Console.Out.WriteLine(JsonSerializer.Serialize(document, document.GetType(), Indented));
        else
            people(Out);
    }

    /// <summary>Says something to the person at the terminal that is not a result.</summary>
    public void Say(string text) => _error.WriteLine(text);

    /// <summary>Runs work under progress bars.</summary>
    public Task<T> WithProgressAsync<T>(Func<ProgressContext, Task<T>> work) =>
        _error.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(work);

    // Escape codes belong on a screen, not in a file or a pipe.
    private static IAnsiConsole Create(TextWriter writer, bool isRedirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });
}
