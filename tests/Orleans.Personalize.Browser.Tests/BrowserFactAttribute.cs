namespace Orleans.Personalize.Browser.Tests;

/// <summary>A test that needs Chromium, and Playwright's driver beside the tests; skipped with a word where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public BrowserFactAttribute()
    {
        if (Chromium is null)
            Skip = "no Chromium here: install it, or name it in PERSONALIZE_CHROMIUM";
        else if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright", "node")))
            Skip = "Playwright's driver is not beside the tests";
    }

    /// <summary>The browser's executable; null where there is none.</summary>
    public static string? Chromium { get; } =
        Usual.Prepend(Environment.GetEnvironmentVariable("PERSONALIZE_CHROMIUM") ?? "").FirstOrDefault(File.Exists);
}
