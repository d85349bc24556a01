using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>What came to the service lately and suits the profile best, where its taste is known.</summary>
internal sealed class NewArrivalSource : ISuggestionSource
{
    private const int Most = 3;

    /// <inheritdoc/>
    public void Propose(SuggestionContext context, List<Candidate> into)
    {
        var page = context.Page;
        if (page.IsCold) return;
        Span<int> titles = stackalloc int[Most];
        Span<float> scores = stackalloc float[Most];
        var top = new TopTitles(titles, scores);
        var before = context.SuggestedBefore(message: null);
        foreach (var title in page.Basis.Arrivals.Titles(page.Basis.Arrivals.Between(context.Now.AddDays(-context.Options.ArrivalDays), context.Now)))
        {
            // What was told of by this very message may have to be sent again.
            var isTold = before.Contains(title) && !IsOfOwnMessage(title, context);
            if (page.Workspace.Recommendable.Contains(title) && !isTold) top.Offer(title, page.Workspace.Rank[title]);
        }

        foreach (var title in titles[..top.Sort()])
        {
            var reason = context.ReasonFor(title);
            into.Add(new Candidate
            {
                Kind = NotificationKind.NewArrival,
                Titles = [title],
                Id = IdOf(title, context),
                Fit = context.FitOf(title),
                Headline = $"New for you: {SuggestionContext.NameOf(page.Catalog[title]!)}",
                Text = $"{reason.Text}.",
                Reason = reason,
            });
        }
    }

    private static bool IsOfOwnMessage(int title, SuggestionContext context)
    {
        var own = EventWindow.HashOf(IdOf(title, context));
        return Array.Exists(context.Log, entry => entry.Message == own) && !context.SuggestedBefore(IdOf(title, context)).Contains(title);
    }

    private static string IdOf(int title, SuggestionContext context) => context.IdOf(NotificationKind.NewArrival, title, string.Empty);
}
