using System.Buffers;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Households;

/// <summary>
/// What a newcomer begins with where its household is known: the genres that its siblings like, all of them together. Nothing finer is taken over, so that
/// a page tells of no title, person or mood of somebody else's; and nothing that the newcomer itself may not see. It is worked out for each answer and
/// kept nowhere.
/// </summary>
public static class HouseholdTaste
{
    // Own interactions by which it has faded away.
    private const float Fading = 10;

    // Liked titles by which a sibling's taste counts half.
    private const float Evidence = 5;

    // Standard deviations; beyond, a single title would stand out.
    private const float Most = 2.5f;

    /// <summary>Whether a profile still begins with what its household likes: hosts then gather the siblings for its answers.</summary>
    public static bool Concerns(ProfileSettings settings, ProfileState state)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(state);
        return settings is { SharesTaste: true, Account: not null } && state.InteractionCount < Fading;
    }

    /// <summary>Whether a newcomer may begin with what a sibling likes: both are willing, and both or neither are children.</summary>
    public static bool MayBeShared(ProfileSettings newcomer, ProfileSettings sibling)
    {
        ArgumentNullException.ThrowIfNull(newcomer);
        ArgumentNullException.ThrowIfNull(sibling);
        return newcomer.SharesTaste && sibling.SharesTaste
            && newcomer.Account is { } account && sibling.Account == account
            && newcomer.Kids == sibling.Kids && newcomer.Id != sibling.Id;
    }

    /// <summary>How well every title suits the household, where that is known and the profile is new to it.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="scores">
    /// float[titles], overwritten where there is something to say: standard deviations over the visible titles, less as more is known of the profile itself; means
    /// nothing for others.
    /// </param>
    /// <returns>Whether there is something to say.</returns>
    internal static bool Fill(PageContext context, float[] scores)
    {
        var fading = 1 - (context.History.Length / Fading);
        if (!(fading > 0)) return false;
        var themes = context.Basis.Themes.Themes.Length;
        var taste = ArrayPool<float>.Shared.Rent(2 * themes);
        var sum = taste.AsSpan(0, themes);
        var one = taste.AsSpan(themes, themes);
        sum.Clear();
        foreach (var sibling in context.Moment.Siblings)
        {
            if (!MayBeShared(context.Settings, sibling.Settings)) continue;
            var liked = AddGenres(sibling.State, context, one);
            var length = TensorPrimitives.Norm<float>(one);
            if (length > 0) TensorPrimitives.MultiplyAdd(one, liked / (liked + Evidence) / length, sum, sum);
        }

        var isKnown = sum.ContainsAnyExcept(0f);
        if (isKnown) Score(context, sum, scores, fading);
        ArrayPool<float>.Shared.Return(taste);
        return isKnown;
    }

    // Returns how many titles were liked.
    private static int AddGenres(ProfileState state, PageContext context, Span<float> genres)
    {
        genres.Clear();
        Span<Interaction> history = stackalloc Interaction[ProfileState.MaxInteractions];
        var liked = 0;
        foreach (var interaction in history[..state.CopyInteractions(history)])
        {
            if (interaction.Strength <= 0 || !context.Basis.Eligibility.MayKnow(interaction.Title, context.Settings, context.Country, context.Now)) continue;
            liked++;
            foreach (var (theme, weight) in context.Basis.Themes.ThemesOf(interaction.Title))
            {
                if (context.Basis.Themes[theme].Kind == ThemeKind.Genre) genres[theme] += interaction.Strength * weight;
            }
        }

        return liked;
    }

    private static void Score(PageContext context, ReadOnlySpan<float> genres, float[] scores, float fading)
    {
        Array.Clear(scores);
        var count = 0;
        foreach (var title in context.Workspace.Visible)
        {
            foreach (var (theme, weight) in context.Basis.Themes.ThemesOf(title)) scores[title] += genres[theme] * weight;
            count++;
        }

        Standardization.Apply(scores, count);
        TensorPrimitives.Clamp(scores, -Most, Most, scores);
        TensorPrimitives.Multiply(scores, fading, scores);
    }
}
