using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// For whom, when and where an answer is, and how all titles rank in it: what sources of rows and parts of the score see. Not to be kept after the call
/// that it was given for.
/// </summary>
public sealed class PageView
{
    internal PageView(PageContext context) => Context = context;

    /// <summary>The titles.</summary>
    public Catalog Catalog => Context.Catalog;

    /// <summary>What they have in common.</summary>
    public ThemeIndex Themes => Context.Basis.Themes;

    /// <summary>What is set for the profile.</summary>
    public ProfileSettings Settings => Context.Settings;

    /// <summary>The present moment, by the clock of the place where the profile was last seen.</summary>
    public DateTimeOffset Now => Context.Now.ToOffset(Context.LastOffset);

    /// <summary>ISO 3166-1 alpha-2 country the profile is in; null where unknown.</summary>
    public string? Country => Context.Country;

    /// <summary>Whether nothing is known of what the profile likes.</summary>
    public bool IsCold => Context.IsCold;

    /// <summary>What is remembered of what the profile did, oldest first.</summary>
    public ReadOnlySpan<Interaction> History => Context.Interactions;

    /// <summary>Catalogue numbers of what the profile saved and may see, newest first.</summary>
    public ReadOnlySpan<int> MyList => Context.MyList;

    /// <summary>
    /// float[Catalog.Count] by catalogue number: how well each title suits the profile now, in standard deviations over the titles that may be recommended.
    /// It says nothing of whether a title may be shown.
    /// </summary>
    public ReadOnlySpan<float> Rank => Context.Workspace.Rank;

    /// <summary>The answer itself.</summary>
    internal PageContext Context { get; }

    /// <summary>How much the profile likes a theme, by what it did: below 0 where it dislikes it, 0 where nothing is known.</summary>
    public float TasteFor(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return Context.Workspace.Taste[theme.Index];
    }

    /// <summary>Whether a title may be shown to the profile: there, available, not too mature, not hidden, and selected by the caller.</summary>
    /// <param name="title">A catalogue number; false for one that no title has.</param>
    public bool MayShow(int title) => Context.Workspace.Visible.Contains(title);

    /// <summary>Whether it is besides worth recommending: not finished, not disliked, not about to be resumed.</summary>
    /// <param name="title">A catalogue number; false for one that no title has.</param>
    public bool MayRecommend(int title) => Context.Workspace.Recommendable.Contains(title);

    /// <summary>The titles that may be recommended in an order of one's own.</summary>
    /// <param name="order">float[Catalog.Count] by catalogue number, the larger the better; NaN for titles to leave out.</param>
    /// <param name="most">How many at most; never more than 192.</param>
    /// <returns>Their numbers, best first.</returns>
    /// <exception cref="ArgumentException">The order is of another length.</exception>
    public int[] Best(ReadOnlySpan<float> order, int most)
    {
        if (order.Length != Catalog.Count)
            throw new ArgumentException($"An order of {order.Length} titles, but the catalogue has {Catalog.Count}.", nameof(order));
        return PageContext.Select(Context.Workspace.Recommendable, order, Math.Clamp(most, 0, PageContext.LongestOrder));
    }

    /// <summary>The titles of the catalogue that pass a filter expression, whether they may be shown or not; found once and kept.</summary>
    /// <param name="filter">Such as <c>genre:Crime and year&lt;1960</c>; see <see cref="Filters.TitleFilter"/>.</param>
    /// <returns>Their numbers, ascending.</returns>
    /// <exception cref="InvalidRequestException">It is no filter.</exception>
    public ReadOnlyMemory<int> TitlesThat(string filter) => Context.Basis.Selections.NumbersOf(filter);

    /// <summary>What an extension works out once for a catalogue, kept as long as answers come from that catalogue.</summary>
    /// <typeparam name="T">What it works out; shared by answers that are made at the same time.</typeparam>
    /// <param name="extension">Whose it is; one thing each.</param>
    /// <param name="prepare">Works it out; where two answers need it at once it may be called twice, and one outcome is kept.</param>
    public T Prepared<T>(object extension, Func<Catalog, T> prepare)
        where T : class => Context.Basis.Prepared(extension, prepare);
}
