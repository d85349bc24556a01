using System.Collections.Immutable;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>How alike the tastes of profiles are.</summary>
internal static class TasteComparison
{
    private const int ToldThemes = 5;

    /// <summary>Those of a sample that are most like a profile.</summary>
    public static SimilarProfiles MostAlike(AudienceMember profile, AudienceSample sample, int count, ThemeIndex themes)
    {
        var id = profile.Settings.Id;
        var (tastes, liked) = (TastesOf(profile.State), LikedTitles(profile.State));
        var others = sample.Members.Where(member => member.Settings.Id != id).ToList();
        return new SimilarProfiles
        {
            Profile = id,
            Profiles = sample.Profiles,
            Sampled = others.Count,
            Similar =
            [
                .. others.Select(other => Compare(tastes, liked, other))
                    .Where(pair => pair.Similarity > 0)
                    .OrderByDescending(pair => pair.Similarity)
                    .ThenBy(pair => pair.Other.Settings.Id.Value, StringComparer.Ordinal)
                    .Take(count)
                    .Select(pair => new SimilarProfile
                    {
                        Profile = pair.Other.Settings.Id,
                        Similarity = Math.Round(pair.Similarity, 4),
                        Themes = SharedThemes(tastes, pair.Other.State, themes),
                        SharedTitles = LikedTitles(pair.Other.State).Keys.Count(liked.ContainsKey),
                    }),
            ],
        };
    }

    /// <summary>The themes that a profile likes most, the strongest first.</summary>
    public static IEnumerable<Theme> LikedThemes(ProfileState state, ThemeIndex themes, int AtMost, Func<Theme, bool> which) =>
        TastesOf(state)
            .Where(taste => taste.Value > 0)
            .OrderByDescending(taste => taste.Value)
            .ThenBy(taste => taste.Key)
            .Select(taste => themes.TryGet(new ThemeId(taste.Key), out var theme) && which(theme) ? theme : null)
            .OfType<Theme>()
            .Take(AtMost);

    private static (AudienceMember Other, double Similarity) Compare(Dictionary<ulong, float> tastes, Dictionary<ulong, float> liked, AudienceMember other) =>
        (other, Math.Clamp((Cosine(tastes, TastesOf(other.State)) + Cosine(liked, LikedTitles(other.State))) / 2, 0, 1));

    private static ImmutableArray<string> SharedThemes(Dictionary<ulong, float> tastes, ProfileState other, ThemeIndex themes) =>
    [
        .. TastesOf(other)
            .Where(taste => taste.Value > 0 && tastes.GetValueOrDefault(taste.Key) > 0)
            .OrderByDescending(taste => taste.Value * tastes[taste.Key])
            .ThenBy(taste => taste.Key)
            .Select(taste => themes.TryGet(new ThemeId(taste.Key), out var theme) ? theme.Name : null)
            .OfType<string>()
            .Take(ToldThemes),
    ];

    private static Dictionary<ulong, float> TastesOf(ProfileState state)
    {
        Span<ThemeTaste> tastes = stackalloc ThemeTaste[ProfileState.MaxThemes];
        var found = new Dictionary<ulong, float>();
        foreach (var taste in tastes[..state.CopyThemeTastes(tastes, state.LastSeen ?? Interaction.Origin)])
            found[taste.Theme.Value] = taste.Weight;
        return found;
    }

    private static Dictionary<ulong, float> LikedTitles(ProfileState state)
    {
        Span<Interaction> history = stackalloc Interaction[ProfileState.MaxInteractions];
        var liked = new Dictionary<ulong, float>();
        foreach (var interaction in history[..state.CopyInteractions(history)])
        {
            if (interaction.Strength > 0)
                liked[(ulong)interaction.Title] = Math.Max(interaction.Strength, liked.GetValueOrDefault((ulong)interaction.Title));
        }

        return liked;
    }

    private static double Cosine(Dictionary<ulong, float> a, Dictionary<ulong, float> b)
    {
        double product = 0;
        foreach (var (key, value) in a)
            product += value * b.GetValueOrDefault(key);
        var norms = Norm(a) * Norm(b);
        return norms > 0 ? product / norms : 0;
    }

    private static double Norm(Dictionary<ulong, float> values) => Math.Sqrt(values.Values.Sum(value => (double)value * value));
}
