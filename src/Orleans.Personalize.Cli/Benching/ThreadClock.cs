using System.Runtime.InteropServices;

namespace Orleans.Personalize.Cli.Benching;

/// <summary>The processor time that this thread has used, which other work on the machine does not count into; on Linux only.</summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static bool IsSupported => OperatingSystem.IsLinux() && nint.Size == 8;

    /// <summary>Microseconds since the thread began.</summary>
    public static double Microseconds => clock_gettime(ThreadProcessorTime, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : 0;

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
