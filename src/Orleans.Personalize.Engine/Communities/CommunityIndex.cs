using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Communities;

/// <summary>
/// The taste communities of a model over a catalogue: a mixture of distributions over titles, of which each profile belongs to several by
/// degrees (latent classes after T. Hofmann and J. Puzicha, "Latent Class Models for Collaborative Filtering", 1999). Membership follows
/// from the history alone. Immutable and safe for concurrent use.
/// </summary>
public sealed class CommunityIndex
{
    // A history counts as at most so many choices, so that long ones belong to several communities too.
    private const float Evidence = 12;

    // A profile of fewer choices belongs to no community in particular.
    private const int LeastChoices = 3;

    /// <summary>How many of its latest interactions say which community the plays of a profile count for.</summary>
    public const int LatestInteractions = 50;

    // A membership that changes nothing to be seen.
    private const float Negligible = 0.01f;

    // float[communities x titles]: logarithm of how many times more often members choose a title than everybody does; 0 for titles the model does not hold.
    private readonly float[] _lifts;

    // The same by community for weighted sums over communities, and how many times more often: the exponential.
    private readonly NarrowRows _narrow;

    // The logarithms with those of a title side by side: float[titles x communities].
    private readonly float[] _byTitle;
    private readonly float[] _popularity;
    private readonly int _titles;

    /// <summary>Lays the communities of a model out over a catalogue.</summary>
    public CommunityIndex(Catalog catalog, PersonalizationModel model)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(model);
        Communities = [.. model.Manifest.Communities];
        _titles = catalog.Count;
        _lifts = new float[Communities.Count * _titles];
        _byTitle = new float[_lifts.Length];
        _popularity = new float[_titles];
        var lifts = model.CommunityLifts.Span;
        for (var number = 0; number < model.Titles.Length; number++)
        {
            if (!catalog.TryGetNumber(model.Titles[number], out var title))
                continue;
            _popularity[title] = model.Popularity.Span[number];
            for (var community = 0; community < Communities.Count; community++)
            {
                var lift = (float)lifts[(community * model.Titles.Length) + number];
                _lifts[(community * _titles) + title] = lift;
                _byTitle[(title * Communities.Count) + community] = lift;
            }
        }

        _narrow = new NarrowRows(Communities.Count, _titles);
        for (var community = 0; community < Communities.Count; community++)
            _narrow.Set(community, LiftsOf(community));
    }

    /// <summary>The communities; memberships are in their order.</summary>
    public IReadOnlyList<ModelCommunity> Communities { get; }

    /// <summary>How much a profile belongs to each community.</summary>
    /// <param name="history">Its interactions, by catalogue number; what it was against does not count.</param>
    /// <param name="membership">float[communities], overwritten; adds up to 1. The shares of all profiles where nothing is known.</param>
    public void Membership(ReadOnlySpan<Interaction> history, Span<float> membership)
    {
        if (Communities.Count == 0)
            return;
        Span<float> sums = stackalloc float[Communities.Count + 1];
        sums.Clear();
        foreach (var interaction in history)
            Add(interaction, 1, sums);
        MembershipOf(sums, membership);
    }

    /// <summary>The same from what <see cref="Add"/> summed up over the history.</summary>
    internal void MembershipOf(ReadOnlySpan<float> sums, Span<float> membership)
    {
        if (Communities.Count == 0)
            return;
        TensorPrimitives.Multiply(sums[..^1], Evidence / (Evidence + sums[^1]), membership);
        for (var community = 0; community < Communities.Count; community++)
            membership[community] += MathF.Log((float)Communities[community].Share);
        TensorPrimitives.SoftMax(membership, membership);
    }

    /// <summary>Whether an interaction says anything of where a profile belongs.</summary>
    internal bool Counts(in Interaction interaction) => interaction.Strength >= 0 && (uint)interaction.Title < (uint)_titles;

    /// <summary>Adds what one interaction says.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="weight">1, or -1 to take it out again.</param>
    /// <param name="sums">float[communities + 1]: the logarithms of lifts, and how many interactions they are of.</param>
    internal void Add(in Interaction interaction, float weight, Span<float> sums)
    {
        if (!Counts(interaction))
            return;
        var ofTitle = _byTitle.AsSpan(interaction.Title * Communities.Count, Communities.Count);
        TensorPrimitives.MultiplyAdd(ofTitle, weight, sums[..^1], sums[..^1]);
        sums[^1] += weight;
    }

    /// <summary>The community that a profile belongs to most, by its latest interactions: the one that its plays count for.</summary>
    /// <param name="history">Its interactions, by catalogue number, oldest first; what it was against does not count.</param>
    /// <returns>The <see cref="ModelCommunity.Number"/>; null where there are no communities or nothing is known of the profile.</returns>
    public int? StrongestOf(ReadOnlySpan<Interaction> history)
    {
        history = history[Math.Max(0, history.Length - LatestInteractions)..];
        if (Communities.Count == 0 || history.IsEmpty)
            return null;
        Span<float> membership = stackalloc float[Communities.Count];
        Membership(history, membership);
        return Communities[TensorPrimitives.IndexOfMax<float>(membership)].Number;
    }

    /// <summary>The same for the visits of a profile.</summary>
    internal int? StrongestOf(ReadOnlySpan<HistoryEntry> visits)
    {
        Span<Interaction> history = stackalloc Interaction[Math.Min(LatestInteractions, visits.Length)];
        visits = visits[^history.Length..];
        for (var i = 0; i < history.Length; i++)
            history[i] = new Interaction(visits[i].Title, visits[i].Seconds, visits[i].Strength);
        return StrongestOf(history);
    }

    /// <summary>The id of the community that a profile belongs to more than to any other; null where there are none, or it chose too little to belong to one.</summary>
    /// <param name="history">Its interactions, by catalogue number.</param>
    public string? MainOf(ReadOnlySpan<Interaction> history)
    {
        if (Communities.Count == 0 || history.Length < LeastChoices)
            return null;
        Span<float> membership = stackalloc float[Communities.Count];
        Membership(history, membership);
        return Communities[TensorPrimitives.IndexOfMax<float>(membership)].Id;
    }

    /// <summary>Leaves out memberships that change nothing to be seen.</summary>
    /// <param name="membership">float[communities].</param>
    /// <param name="telling">float[communities]: receives the others, and 0 for those left out.</param>
    internal static void KeepTelling(ReadOnlySpan<float> membership, Span<float> telling)
    {
        for (var community = 0; community < membership.Length; community++)
            telling[community] = membership[community] >= Negligible ? membership[community] : 0;
    }

    /// <summary>The titles that set a community apart and that its members know: by how often members choose them times how much more often than everybody.</summary>
    /// <param name="community">Its place.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>Catalogue numbers, best first.</returns>
    public IReadOnlyList<int> TopTitles(int community, int most)
    {
        var lifts = LiftsOf(community);
        var scores = new float[_titles];
        for (var title = 0; title < scores.Length; title++)
            scores[title] = lifts[title] > 0 ? _popularity[title] * MathF.Exp(lifts[title]) * lifts[title] : 0;
        return [.. Enumerable.Range(0, _titles).Where(title => scores[title] > 0).OrderByDescending(title => scores[title]).ThenBy(title => title).Take(most)];
    }

    /// <summary>The themes that set a community apart: of which members choose more than everybody, beyond what chance would do.</summary>
    /// <param name="community">Its place.</param>
    /// <param name="themes">The catalogue's themes.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Theme> TopThemes(int community, ThemeIndex themes, int most)
    {
        ArgumentNullException.ThrowIfNull(themes);
        var lifts = LiftsOf(community);
        var scores = new double[themes.Themes.Length];
        double all = 0, members = 0;
        for (var title = 0; title < _titles; title++)
        {
            all += _popularity[title];
            members += _popularity[title] * MathF.Exp(lifts[title]);
        }

        for (var theme = 0; theme < scores.Length; theme++)
        {
            if (themes[theme].Kind is not (ThemeKind.Genre or ThemeKind.Tag) || all == 0)
                continue;
            double shown = 0, chosen = 0;
            foreach (var title in themes[theme].Titles)
            {
                shown += _popularity[title];
                chosen += _popularity[title] * MathF.Exp(lifts[title]);
            }

            var (share, expected) = (chosen / members, shown / all);
            scores[theme] = expected > 0 && share > expected ? share * Math.Log(share / expected) : 0;
        }

        return [.. Enumerable.Range(0, scores.Length).Where(theme => scores[theme] > 0).OrderByDescending(theme => scores[theme]).ThenBy(theme => theme).Take(most).Select(theme => themes[theme])];
    }

    /// <summary>Logarithm of how many times more often members of a community choose each title than everybody did in training: float[titles].</summary>
    internal ReadOnlySpan<float> LiftsOf(int community) => _lifts.AsSpan(community * _titles, _titles);

    /// <summary>The same for weighted sums over communities.</summary>
    internal NarrowRows NarrowLifts => _narrow;
}
