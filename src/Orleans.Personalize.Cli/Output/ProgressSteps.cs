using Spectre.Console;

namespace Orleans.Personalize.Cli.Output;

/// <summary>Shows steps that follow one another as one progress bar each.</summary>
internal sealed class ProgressSteps(ProgressContext context)
{
    private ProgressTask? _task;

    /// <summary>Says that a step is done to a fraction of 0 to 1; a new name begins a new bar.</summary>
    public void Report(string step, double fraction)
    {
        if (_task?.Description != step.EscapeMarkup())
        {
            Complete();
            _task = context.AddTask(step.EscapeMarkup());
        }

        _task.Value = Math.Clamp(fraction, 0, 1) * _task.MaxValue;
    }

    /// <summary>Says that the last step is done.</summary>
    public void Complete()
    {
        if (_task is not null)
            _task.Value = _task.MaxValue;
    }
}
