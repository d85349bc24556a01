using System.Collections.Concurrent;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Client;

/// <summary>The last home pages, for the time when none can be had. Safe for concurrent use.</summary>
/// <param name="capacity">How many.</param>
/// <param name="time">Says how old a page is.</param>
internal sealed class PageMemory(int capacity, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<HomeRequest, HomePage> _pages = new();
    private readonly ConcurrentQueue<HomeRequest> _order = new();

    /// <summary>Keeps a page for the same request.</summary>
    public void Keep(HomeRequest request, HomePage page)
    {
        if (capacity == 0)
            return;
        if (_pages.TryAdd(request, page))
            _order.Enqueue(request);
        else
            _pages[request] = page;
        while (_pages.Count > capacity && _order.TryDequeue(out var oldest))
            _pages.TryRemove(oldest, out _);
    }

    /// <summary>Forgets what a profile was given: it was changed or erased.</summary>
    public void Forget(ProfileId profile)
    {
        foreach (var request in _pages.Keys.Where(request => request.Profile == profile))
            _pages.TryRemove(request, out _);
    }

    /// <summary>The page given for the same request not long ago, or null.</summary>
    public HomePage? Find(HomeRequest request) =>
        _pages.TryGetValue(request, out var page) && time.GetUtcNow() - page.ComposedAt < MaxAge
            ? page with { Substitute = Substitute.Earlier, Next = null }
            : null;
}
