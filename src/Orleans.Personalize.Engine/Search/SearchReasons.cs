using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>Words for why a title is among results that it does not match itself.</summary>
internal static class SearchReasons
{
    /// <summary>Others opened it after the same search.</summary>
    public static Reason Opened { get; } = new() { Kind = ReasonKind.SearchMatch, Text = "Often chosen after this search" };

    /// <summary>It is like a title that matches.</summary>
    public static Reason RelatedTo(Title title) => new() { Kind = ReasonKind.SearchRelated, Text = $"Related to {title.Name}" };

    /// <summary>Its name has a word that goes with what was typed.</summary>
    public static Reason RelatedTo(string subject) => new() { Kind = ReasonKind.SearchRelated, Text = $"Related to “{subject}”" };

    /// <summary>It has some of the words.</summary>
    public static Reason Mentions(IEnumerable<string> words) =>
        new() { Kind = ReasonKind.SearchRelated, Text = $"Goes with {string.Join(", ", words.Select(word => $"“{word}”"))}" };

    /// <summary>The profile searched for something that leads here.</summary>
    public static Reason SearchedFor(string query) => new() { Kind = ReasonKind.SearchMatch, Text = $"You searched for “{query}”" };
}
