using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// For whom, when and where one answer is, with all titles scored and all rules applied. Holds a workspace until it is disposed.
/// </summary>
internal sealed partial class PageContext : IDisposable
{
    // Taste from which a theme may be named as liked, and the share of the greatest taste that a genre needs besides.
    private const float LikedTaste = 0.25f;
    private const float LikedShare = 0.15f;

    // Beyond what any order tells.
    private const float FarBehind = 1000;

    private readonly ProfileState _state;
    private readonly int _historyCount;

    /// <summary>Scores all titles for a profile and applies the rules on what may be shown.</summary>
    /// <param name="basis">What all answers share.</param>
    /// <param name="state">What is remembered of the profile; brought up to the model.</param>
    /// <param name="settings">What is set for it.</param>
    /// <param name="moment">What is true right now.</param>
    /// <param name="country">Where it is now; its own country where null, else where it was seen last.</param>
    /// <param name="selection">Which titles the caller wants to see at all; every one where null.</param>
    /// <param name="occasion">When and on what it is there, as far as that matters to the answer; null where it does not or is not known.</param>
    /// <exception cref="InvalidRequestException">The selection's filter cannot be read.</exception>
    public PageContext(
        Basis basis,
        ProfileState state,
        ProfileSettings settings,
        Moment moment,
        string? country,
        TitleSelection? selection = null,
        Occasion? occasion = null)
    {
        Basis = basis;
        _state = state;
        Settings = settings;
        Moment = moment;
        (Options, Arms) = moment.Experiments.For(settings.Id, moment.Now, basis.Options);
        Country = country ?? settings.Country ?? state.LastCountry;
        Occasion = occasion;
        Workspace = basis.Workspaces.Rent(settings.Id);
        Workspace.Scores.Sums = basis.Sums.Rent(settings.Id);
        basis.Eligibility.Fill(Workspace.Visible, settings, Country, Now);
        foreach (var title in state.Hidden) Workspace.Visible.Remove(title);
        _historyCount = state.CopyVisits(Workspace.History);
        Liked = FindLiked();
        IsCold = !HasTaste();
        FindTopTen();
        // What is known of the profile does not depend on what it is to be shown.
        ApplySelection(selection);
        FindResumable();
        MyList = FindMyList();
        MarkRecommendable();
        Score();
        ReadTaste();
        AddHousehold();
        AddScoresBesides();
    }

    /// <summary>Longest order that a row keeps: the longest row, and as many titles again that may stand elsewhere.</summary>
    public const int LongestOrder = 192;

    /// <summary>What all answers share.</summary>
    public Basis Basis { get; }

    /// <summary>The titles.</summary>
    public Catalog Catalog => Basis.Catalog;

    /// <summary>How pages are composed for this profile.</summary>
    public PageOptions Options { get; }

    /// <summary>The arms of running experiments that make it so; null where the profile is in none.</summary>
    public ImmutableArray<AssignedArm>? Arms { get; }

    /// <summary>What is set for the profile.</summary>
    public ProfileSettings Settings { get; }

    /// <summary>What is true right now.</summary>
    public Moment Moment { get; }

    /// <summary>The present moment.</summary>
    public DateTimeOffset Now => Moment.Now;

    /// <summary>The country the profile is in, where known.</summary>
    public string? Country { get; }

    /// <summary>When and on what the profile is there; null where it does not matter or is not known.</summary>
    public Occasion? Occasion { get; }

    /// <summary>The profile's offset from UTC at its last event.</summary>
    public TimeSpan LastOffset => _state.LastOffset ?? TimeSpan.Zero;

    /// <summary>Scores and sets over all titles.</summary>
    public Workspace Workspace { get; }

    /// <summary>Whether nothing is known of what the profile likes.</summary>
    public bool IsCold { get; }

    /// <summary>The profile's visits, oldest first.</summary>
    public ReadOnlySpan<Visit> History => Workspace.History.AsSpan(0, _historyCount);

    /// <summary>The taste community that the profile belongs to more than to any other; null for none.</summary>
    public string? Community
    {
        get
        {
            Span<Interaction> history = stackalloc Interaction[ProfileState.MaxInteractions];
            return Basis.Communities.MainOf(history[.._state.CopyInteractions(history)]);
        }
    }

    /// <summary>The same, as models see them.</summary>
    public ReadOnlySpan<Interaction> Interactions => Workspace.Interactions.AsSpan(0, _historyCount);

    /// <summary>Titles for which something recent speaks, newest first, each once.</summary>
    public LikedTitle[] Liked { get; }

    /// <summary>Playbacks that may be resumed, and finished series that go on.</summary>
    public List<Resumable> Resumable => Workspace.Resumable;

    /// <summary>Saved titles that may be shown, newest first.</summary>
    public int[] MyList { get; }

    /// <summary>Themes of this catalogue that the profile likes or dislikes, by index.</summary>
    public ReadOnlySpan<int> TastedThemes => Workspace.TastedThemes.AsSpan(0, _tastedThemes);

    /// <summary>One standard deviation of the blended score over the titles that may be recommended.</summary>
    public float Deviation { get; private set; } = 1;

    /// <summary>Gives the workspace back.</summary>
    public void Dispose()
    {
        if (Workspace.Scores.Sums is { } sums) Basis.Sums.Return(sums);
        Workspace.Scores.Sums = null;
        Basis.Workspaces.Return(Workspace);
    }

    /// <summary>The best titles of a set in the order of a score.</summary>
    /// <param name="set">Which titles.</param>
    /// <param name="order">float[titles], NaN for those to leave out.</param>
    /// <param name="most">How many at most.</param>
    public static int[] Select(TitleSet set, ReadOnlySpan<float> order, int most)
    {
        Span<int> titles = stackalloc int[most];
        return titles[..BestTitles.Find(set, order, titles)].ToArray();
    }

    /// <summary>Makes NaN of the scores of all titles for which something is no less than a limit.</summary>
    /// <param name="order">float[titles].</param>
    /// <param name="values">float[titles], beside them.</param>
    /// <param name="limit">What it has to be below.</param>
    public static void LeaveOut(Span<float> order, ReadOnlySpan<float> values, float limit)
    {
        values = values[..order.Length];
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(order);
        var beside = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.ConditionalSelect(Vector.LessThan(beside[i], new Vector<float>(limit)), vectors[i], new Vector<float>(float.NaN));
        for (var i = vectors.Length * Vector<float>.Count; i < order.Length; i++)
            order[i] = values[i] < limit ? order[i] : float.NaN;
    }

    /// <summary>Makes NaN of the scores of all titles for which something is not above 0.</summary>
    /// <param name="order">float[titles].</param>
    /// <param name="values">float[titles], beside them.</param>
    public static void LeaveOutUnless(Span<float> order, ReadOnlySpan<float> values)
    {
        values = values[..order.Length];
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(order);
        var beside = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.ConditionalSelect(Vector.GreaterThan(beside[i], Vector<float>.Zero), vectors[i], new Vector<float>(float.NaN));
        for (var i = vectors.Length * Vector<float>.Count; i < order.Length; i++)
            order[i] = values[i] > 0 ? order[i] : float.NaN;
    }

    /// <summary>The titles that may be recommended in the order of a score, best first.</summary>
    /// <param name="order">float[titles], NaN for those to leave out.</param>
    /// <param name="most">How many at most.</param>
    public ReadOnlyMemory<int> SelectRecommendable(ReadOnlySpan<float> order, int most = LongestOrder) => SelectKept(Workspace.Recommendable, order, most);

    /// <summary>The titles that may be shown in the order of a score, best first.</summary>
    /// <param name="order">float[titles], NaN for those to leave out.</param>
    public ReadOnlyMemory<int> SelectVisible(ReadOnlySpan<float> order) => SelectKept(Workspace.Visible, order, LongestOrder);

    /// <summary>What is to be multiplied with the worth of a row about a theme that is liked so much.</summary>
    /// <param name="taste">From <see cref="Pages.Workspace.Taste"/>.</param>
    public double TasteWeight(float taste) => Math.Exp(Options.TasteStrength * taste / (1 + _greatestTaste));

    /// <summary>
    /// Whether the profile likes a theme enough for it to be said. Where and when something was made is liked in much, but nobody says so.
    /// </summary>
    public bool Likes(Theme theme)
    {
        var taste = Workspace.Taste[theme.Index];
        return theme.Kind switch
        {
            ThemeKind.Genre or ThemeKind.Tag => taste >= LikedTaste && taste >= LikedShare * _greatestTaste,
            ThemeKind.Person => taste >= LikedTaste,
            _ => false,
        };
    }

    /// <summary>Likeness reordered by the profile's own taste.</summary>
    /// <param name="similarity">In (0,1].</param>
    /// <param name="title">The similar title.</param>
    public float SimilarForProfile(float similarity, int title) =>
        similarity * MathF.Exp((float)Options.PersonalShareOfSimilar * Math.Clamp(Workspace.Rank[title], -2, 2));

    /// <summary>
    /// Takes from each title of an order what the profile is tired of it, as far as the order does not hold it yet. What it was shown for days comes behind
    /// all else, however many others watch it.
    /// </summary>
    /// <param name="order">float[titles], from a title's number on.</param>
    /// <param name="from">The number of the first.</param>
    /// <param name="share">What of one's own rank is in the order, in [0,1].</param>
    public void Tire(Span<float> order, int from, float share)
    {
        if (!_isTired) return;
        TensorPrimitives.MultiplyAdd(Workspace.Fatigue.AsSpan(from, order.Length), (share - 1) * (float)Options.FatiguePenalty, order, order);
        foreach (var title in _tiredOut)
        {
            if (title >= from && title - from < order.Length) order[title - from] -= FarBehind;
        }
    }

    /// <summary>The thumb the profile gave.</summary>
    public Thumb ThumbOf(int title) => _state.ThumbOf(title);

    /// <summary>Interest in a row from scrolling, about -1 to 1.</summary>
    public double InterestIn(RowId row) => Math.Tanh(_state.InterestIn(row, Now));

    /// <summary>The same by the row's id as profiles remember it.</summary>
    public double InterestIn(ulong row) => Math.Tanh(_state.InterestIn(row, Now));

    /// <summary>How many of a row's first titles the profile went past when it followed the row lately.</summary>
    public int FollowedThrough(RowId row) => (int)MathF.Round(_state.ColumnsPassed(row, Now));

    /// <summary>Where to resume a title; null where there is nothing to resume.</summary>
    public WatchProgress? ProgressOf(int title)
    {
        // What is to be resumed is not recommended besides.
        if (Workspace.Recommendable.Contains(title)) return null;
        foreach (var resumable in Resumable)
        {
            if (resumable.Title == title) return resumable.Point.ToWatchProgress(Catalog[title]!.Id);
        }

        return null;
    }

    /// <summary>Whether the profile may see a title, be it that it asked not to be shown it.</summary>
    public bool MaySee(int title) => Basis.Eligibility.Allows(title, Settings, Country, Now);

    /// <summary>Whether a title may be spoken of to the profile, be it that it is not available where and when it is: mature enough, and not hidden.</summary>
    public bool MayKnow(int title) => Basis.Eligibility.MayKnow(title, Settings, Country, Now) && !_state.Hidden.Contains(title);

    /// <summary>The latest different searches, newest first.</summary>
    public ImmutableArray<string> RecentSearches => _state.RecentSearches;

    /// <summary>Whether a title came to the service lately.</summary>
    public bool IsNew(int title) =>
        Catalog[title]?.AddedAt is { } added && added <= Now && (Now - added).TotalDays < Options.NewDays;

    /// <summary>The ten most watched titles right now, in the country where that is known; empty where too few are watched to say so.</summary>
    public ReadOnlySpan<int> TopTen => _topTen;

    /// <summary>Whether a title is among the ten most watched right now, in the country where that is known.</summary>
    public bool IsTopTen(int title) => _topTen.AsSpan().Contains(title);

    private ReadOnlyMemory<int> SelectKept(TitleSet set, ReadOnlySpan<float> order, int most)
    {
        Span<int> titles = stackalloc int[most];
        return Workspace.Numbers.Keep(titles[..BestTitles.Find(set, order, titles)]);
    }
}
