using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Orleans.Personalize.Demo.People;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>Writes what a title is about: who, what happens, and what is at stake.</summary>
internal static partial class SynopsisWriter
{
    private const double ShareWithName = 0.5;
    private const double ShareWithSummary = 0.7;
    private static readonly ConcurrentDictionary<string, Voice> Voices = new(StringComparer.Ordinal);

    private enum Voice
    {
        Any,
        She,
        He,
    }

    /// <summary>Two or three sentences.</summary>
    public static string Write(Strand strand, TitleKind kind, string genre, IReadOnlyList<string> tags, Culture culture, Dice dice)
    {
        var (lead, voice) = Pick(strand.Leads, Voice.Any, dice);
        (var incident, voice) = Pick(strand.Incidents, voice, dice);
        (var turn, voice) = Pick(strand.Turns, voice, dice);
        var opening = CanBeNamed(strand, lead) && dice.Chance(ShareWithName)
            ? $"{NameFor(strand, voice, culture, dice)}, {lead}, {incident}. {turn}"
            : $"{Words.Capital(lead)} {incident}. {turn}";
        return dice.Chance(ShareWithSummary) ? $"{opening} {Summary(strand, kind, genre, tags, dice)}" : opening;
    }

    /// <summary>A phrase that can be said of somebody, and what is known of that person then.</summary>
    private static (string Phrase, Voice Voice) Pick(string[] phrases, Voice voice, Dice dice)
    {
        while (true)
        {
            var phrase = dice.Pick(phrases);
            var other = Voices.GetOrAdd(phrase, VoiceOf);
            if (voice == Voice.Any || other == Voice.Any || voice == other)
            {
                return (phrase, voice == Voice.Any ? other : voice);
            }
        }
    }

    private static string Summary(Strand strand, TitleKind kind, string genre, IReadOnlyList<string> tags, Dice dice)
    {
        var topics = tags.Where(tag => strand.Topics.Contains(tag, StringComparer.Ordinal)).ToArray();
        var mood = tags.First(tag => strand.Moods.Contains(tag, StringComparer.Ordinal));
        var subject = topics.Length > 1 ? $"{topics[0]} and {topics[1]}" : topics.Length == 1 ? topics[0] : dice.Pick(strand.Topics);
        return Words.Capital($"{Words.WithArticle(mood)} {GenreNouns.Of(genre, kind)} about {subject}.");
    }

    private static string NameFor(Strand strand, Voice voice, Culture culture, Dice dice) =>
        strand.ForChildren
            ? dice.Pick(NamePatterns.ChildrensHeroes)
            : voice switch
            {
                Voice.She => dice.Pick(culture.Women),
                Voice.He => dice.Pick(culture.Men),
                _ => dice.Pick(dice.Chance(0.5) ? culture.Women : culture.Men),
            };

    private static bool CanBeNamed(Strand strand, string lead) => !strand.IsFactual && !Group().IsMatch(lead);

    private static Voice VoiceOf(string text) => She().IsMatch(text) ? Voice.She : He().IsMatch(text) ? Voice.He : Voice.Any;

    [GeneratedRegex(
        @"\b(she|her|hers|herself|woman|mother|widow|wife|daughter|sister|sisters|girl|duchess|queen|headmistress|maiden|governess|grandmother|"
        + @"granddaughter|seamstress|witch)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex She();

    [GeneratedRegex(
        @"\b(he|him|his|himself|man|father|husband|son|brother|boy|grandfather)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex He();

    [GeneratedRegex(
        @"\b(crew|team|family|circle|couple|shift|band|gang|flat|town|council|dozen|jury|pair|and)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Group();
}
