using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Many short iterations, of which the median and the tail are told: the mean says little where something else runs beside. In this
// process, because the generated projects of the default toolchain would inherit the build's rules, which they do not follow.
var job = Job.Default
    .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
    .WithStrategy(RunStrategy.Monitoring)
    .WithGcForce(false)
    .WithInvocationCount(8)
    .WithUnrollFactor(8)
    .WithWarmupCount(60)
    .WithIterationCount(300);
var config = DefaultConfig.Instance
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median, StatisticColumn.P95)
    .HideColumns(Column.Error, Column.StdDev);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
