using Orleans.Personalize.Cli;

return await CommandLine.Create().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
