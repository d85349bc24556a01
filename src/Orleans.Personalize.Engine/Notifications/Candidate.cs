using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>Something that a profile could be told.</summary>
internal sealed record Candidate
{
    /// <summary>What it is about.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>Catalogue numbers of what is suggested, best first; one but for a digest.</summary>
    public required int[] Titles { get; init; }

    /// <summary>The message's id: the same for the same thing told to the same profile.</summary>
    public required string Id { get; init; }

    /// <summary>How much likelier than another of its kind it is opened.</summary>
    public required double Fit { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>One sentence below.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is suggested.</summary>
    public required Reason Reason { get; init; }

    /// <summary>From when on it is too late to say it; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Makes the id of a message.</summary>
    /// <param name="profile">Who is told.</param>
    /// <param name="kind">What of.</param>
    /// <param name="about">The title, or nothing.</param>
    /// <param name="subject">What tells it from other messages about the same title.</param>
    public static string IdOf(ProfileId profile, NotificationKind kind, string about, string subject) =>
        $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}-{StableHash64.Of($"{profile}\n{kind}\n{about}\n{subject}"):x16}";
}
