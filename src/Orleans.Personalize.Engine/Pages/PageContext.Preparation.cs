using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages;

/// <content>What is worked out once before the answer.</content>
internal sealed partial class PageContext
{
    // Strength from which a visit speaks for a title.
    private const float LikedStrength = 0.45f;

    // How many different liked titles are looked back for.
    private const int LikedTitles = 12;

    // Impressions without a touch after which a title is tired to a half: that many are left of one a day for four days.
    private const float TiringImpressions = 2.2f;

    // Tired of it beyond this: seen on four days and never touched.
    private const float TiredOut = 0.5f;

    // Titles with plays before the ten most watched mean something.
    private const int FewestTrending = 30;

    // Scores summed up at once, before the sums of single precision lose what is added.
    private const int Block = 2048;

    private int[] _topTen = [];
    private int _tastedThemes;
    private float _greatestTaste;

    private LikedTitle[] FindLiked()
    {
        Span<LikedTitle> liked = stackalloc LikedTitle[LikedTitles];
        var count = 0;
        var history = History;
        for (var i = history.Length - 1; i >= 0 && count < LikedTitles; i--)
        {
            var visit = history[i];
            if (visit.Strength < LikedStrength || !Workspace.Visible.Contains(visit.Title)) continue;
            if (_state.ThumbOf(visit.Title) == Thumb.Down || IsAmong(liked[..count], visit.Title)) continue;
            liked[count++] = new LikedTitle(visit.Title, visit.Progress != WatchedTo.NotPlayed);
        }

        return liked[..count].ToArray();
    }

    private static bool IsAmong(ReadOnlySpan<LikedTitle> liked, int title)
    {
        foreach (var other in liked)
        {
            if (other.Title == title) return true;
        }

        return false;
    }

    private bool HasTaste()
    {
        foreach (var visit in History)
        {
            if (visit.Strength > 0) return true;
        }

        return false;
    }

    private void ApplySelection(TitleSelection? selection)
    {
        try
        {
            Basis.Selections.Apply(selection, Workspace.Visible);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void FindResumable()
    {
        var resumable = Workspace.Resumable;
        resumable.Clear();
        foreach (var point in _state.InProgress)
        {
            if (!Workspace.Visible.Contains(point.Title)
                || (Now - point.Time).TotalDays > Options.ResumeDays
                || _state.ThumbOf(point.Title) == Thumb.Down
                || IsAbandoned(point)) continue;
            resumable.Add(new Resumable(point, point.Time, IsNew: false));
        }

        AddNewEpisodes(resumable);
    }

    // Looked into and left; a series only as long as its first episode is all that is known of it.
    private bool IsAbandoned(in ResumePoint point) =>
        point is { Season: <= 1, Episode: <= 1 } && point.Share < Signals.AbandonedShare && (Now - point.Time).TotalDays > Options.AbandonedDays;

    // Series that were finished and have gone on since.
    private void AddNewEpisodes(List<Resumable> resumable)
    {
        var history = History;
        for (var i = history.Length - 1; i >= 0; i--)
        {
            var visit = history[i];
            if (visit.Progress != WatchedTo.Finished || !Workspace.Visible.Contains(visit.Title)) continue;
            var finished = Interaction.Origin.AddSeconds(visit.Seconds);
            if (!(Basis.Labels.NewestEpisodeOf(visit.Title) > finished) || _state.ThumbOf(visit.Title) == Thumb.Down) continue;
            if (IsAmong(resumable, visit.Title) || FirstSince(finished, Catalog[visit.Title]!) is not { } episode) continue;
            resumable.Add(new Resumable(
                new ResumePoint(
                    visit.Title,
                    visit.Seconds,
                    PositionSeconds: 0,
                    LengthSeconds: (float)(episode.RuntimeMinutes * 60 ?? 0),
                    (ushort)Math.Min(episode.Season, ushort.MaxValue),
                    (ushort)Math.Min(episode.Number, ushort.MaxValue)),
                episode.AddedAt!.Value,
                IsNew: true));
        }
    }

    private static bool IsAmong(List<Resumable> resumable, int title)
    {
        foreach (var other in resumable)
        {
            if (other.Title == title) return true;
        }

        return false;
    }

    private Episode? FirstSince(DateTimeOffset finished, Title series)
    {
        Episode? first = null;
        foreach (var episode in series.Episodes)
        {
            if (!(episode.AddedAt > finished) || episode.AddedAt > Now || (Now - episode.AddedAt.Value).TotalDays > Options.ResumeDays) continue;
            if (first is null || (episode.Season, episode.Number).CompareTo((first.Season, first.Number)) < 0) first = episode;
        }

        return first;
    }

    private int[] FindMyList()
    {
        var saved = new List<int>(_state.MyList.Length);
        for (var i = _state.MyList.Length - 1; i >= 0; i--)
        {
            if (Workspace.Visible.Contains(_state.MyList[i])) saved.Add(_state.MyList[i]);
        }

        return [.. saved];
    }

    // Visible titles less those finished, disliked or about to be resumed.
    private void MarkRecommendable()
    {
        var recommendable = Workspace.Recommendable;
        recommendable.CopyFrom(Workspace.Visible);
        foreach (var visit in History)
        {
            if (visit.Progress == WatchedTo.Finished || WasLeftLately(visit)) recommendable.Remove(visit.Title);
        }

        foreach (var given in _state.Thumbs)
        {
            if (given.Thumb == Thumb.Down) recommendable.Remove(given.Title);
        }

        foreach (var resumable in Resumable) recommendable.Remove(resumable.Title);
    }

    private bool WasLeftLately(in Visit visit) =>
        visit is { Progress: WatchedTo.Begun, Strength: < 0 } && (Now - Interaction.Origin.AddSeconds(visit.Seconds)).TotalDays < Options.LeftDays;

    private void Score()
    {
        var interactions = Workspace.Interactions.AsSpan(0, _historyCount);
        var history = History;
        for (var i = 0; i < interactions.Length; i++)
            interactions[i] = new Interaction(history[i].Title, history[i].Seconds, history[i].Strength);
        var hasVector = string.Equals(_state.ModelVersion, Basis.Scorer.Encoder.ModelVersion, StringComparison.Ordinal);
        Basis.Scorer.Score(interactions, hasVector ? _state.PreferenceVector : [], Moment, Workspace.Scores, ScoreSurface.Page);
        Standardize();
        ApplyFatigue();
        ApplyOccasion();
    }

    private void Standardize()
    {
        var total = Workspace.Scores.Total;
        var counted = Workspace.Order.AsSpan();
        Workspace.Recommendable.Copy(total, 0, counted);
        var (sum, squares) = (0.0, 0.0);
        for (var start = 0; start < counted.Length; start += Block)
        {
            var block = counted[start..Math.Min(start + Block, counted.Length)];
            sum += TensorPrimitives.Sum<float>(block);
            squares += TensorPrimitives.SumOfSquares<float>(block);
        }

        var count = Math.Max(1, Workspace.Recommendable.Count);
        var mean = sum / count;
        var deviation = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        Deviation = deviation > 1e-6 ? (float)deviation : 1;
        var rank = Workspace.Rank;
        TensorPrimitives.Subtract(total, (float)mean, rank);
        TensorPrimitives.Divide(rank, Deviation, rank);
    }

    private readonly List<int> _tiredOut = [];
    private bool _isTired;

    private void ApplyFatigue()
    {
        var fatigue = Workspace.Fatigue;
        Array.Clear(fatigue);
        Span<TitleFatigue> tired = stackalloc TitleFatigue[ProfileState.MaxFatigued];
        foreach (var (title, impressions) in tired[.._state.CopyFatigue(tired, Now)])
        {
            if ((uint)title >= (uint)fatigue.Length || !(impressions > 0)) continue;
            // One look costs little; who has seen it for days is to see something else (Hill's curve of order 3).
            var looks = MathF.Pow(impressions / TiringImpressions, 3);
            fatigue[title] = looks / (1 + looks);
            _isTired = true;
            if (fatigue[title] > TiredOut) _tiredOut.Add(title);
            Workspace.Rank[title] -= (float)Options.FatiguePenalty * fatigue[title];
        }
    }

    private void ApplyOccasion()
    {
        var taste = Workspace.Occasion;
        taste.Fill(History, LastOffset, Now, Occasion, Basis.PopulationOf(Moment.Trend.Occasions), Country);
        if (taste.IsTelling) TensorPrimitives.MultiplyAdd(taste.Scores, (float)Options.OccasionStrength / Deviation, Workspace.Rank, Workspace.Rank);
    }

    private void ReadTaste()
    {
        var taste = Workspace.Taste;
        Array.Clear(taste);
        Span<ThemeTaste> tastes = stackalloc ThemeTaste[ProfileState.MaxThemes];
        foreach (var (id, weight) in tastes[.._state.CopyThemeTastes(tastes, Now)])
        {
            if (!Basis.Themes.TryGet(id, out var theme)) continue;
            taste[theme.Index] = weight;
            Workspace.TastedThemes[_tastedThemes++] = theme.Index;
            _greatestTaste = Math.Max(_greatestTaste, weight);
        }

        ReadArtworkLiking();
    }

    // What was followed on pictures counts fully, what is liked in titles half.
    private void ReadArtworkLiking()
    {
        var features = Basis.Artworks.Features;
        var themes = Basis.Artworks.Themes;
        for (var i = 0; i < features.Length; i++)
        {
            var theme = themes[i] < 0 ? 0 : Workspace.Taste[themes[i]] / (1 + _greatestTaste);
            Workspace.ArtworkLiking[i] = _state.ArtworkTasteFor(features[i], Now) + (0.5f * theme);
        }
    }

    private void FindTopTen()
    {
        var inCountry = Country is null ? [] : Moment.Trend.PlaysIn(Country);
        Span<int> titles = stackalloc int[FewestTrending];
        var isTelling = Basis.OrderOf(inCountry.IsDefaultOrEmpty ? Moment.Trend.Plays : inCountry).Find(Workspace.Visible, titles) == FewestTrending;
        if (isTelling) _topTen = titles[..10].ToArray();
    }
}
