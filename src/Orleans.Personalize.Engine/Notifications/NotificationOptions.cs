using System.Collections.Immutable;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>
/// When it is worth disturbing somebody. One record for every figure. A suggestion is worth the chance that it is opened times what an opening is
/// worth, less what it costs in patience; what is not worth more than nothing is not sent. Chances are learnt for each profile from what became of its
/// messages; the figures here are what is believed before.
/// </summary>
public sealed record NotificationOptions
{
    /// <summary>The defaults.</summary>
    public static NotificationOptions Default { get; } = new();

    /// <summary>What is believed of push messages: of those sent, one in twelve is opened.</summary>
    public ChannelOptions Push { get; init; } = new() { OpenRate = 0.08, Cost = 0.05, MostInWeek = 4, SpacingHours = 20 };

    /// <summary>What is believed of e-mail.</summary>
    public ChannelOptions Email { get; init; } = new() { OpenRate = 0.2, Cost = 0.06, MostInWeek = 2, SpacingHours = 44 };

    /// <summary>Hours between two messages over whatever channels.</summary>
    public double SpacingHours { get; init; } = 12;

    /// <summary>New episodes: what people ask to be told of, and at once.</summary>
    public KindOptions NewEpisodes { get; init; } = new() { Interest = 2, Worth = 1.5, OnPush = 1, OnEmail = 0.35, PatienceHours = 24 };

    /// <summary>A new title that suits the profile.</summary>
    public KindOptions NewArrival { get; init; } = new() { Interest = 1, Worth = 1, OnPush = 1, OnEmail = 0.4, PatienceHours = 96 };

    /// <summary>A playback that was left.</summary>
    public KindOptions Resume { get; init; } = new() { Interest = 1.2, Worth = 0.8, OnPush = 1, OnEmail = 0.2, PatienceHours = 72 };

    /// <summary>A saved or begun title that leaves soon.</summary>
    public KindOptions LeavingSoon { get; init; } = new() { Interest = 1.5, Worth = 1.2, OnPush = 1, OnEmail = 0.4, PatienceHours = 36 };

    /// <summary>The week's best: too long for a push message.</summary>
    public KindOptions Digest { get; init; } = new() { Interest = 1, Worth = 1, OnPush = 0, OnEmail = 1, PatienceHours = 96 };

    /// <summary>How many messages the belief in <see cref="ChannelOptions.OpenRate"/> weighs as much as.</summary>
    public double BeliefInChannel { get; init; } = 8;

    /// <summary>How many messages of one kind the channel's own rate weighs as much as, in the rate of that kind.</summary>
    public double BeliefInKind { get; init; } = 6;

    /// <summary>Half-life in days of what is learnt from opened and unopened messages.</summary>
    public double LearningHalfLife { get; init; } = 60;

    /// <summary>Hours after which a message that was not opened counts as not opened; before, in proportion.</summary>
    public double HoursToOpen { get; init; } = 48;

    /// <summary>By what share of itself the cost of a message grows with each message of the channel in a row that was not opened.</summary>
    public double FatigueStep { get; init; } = 0.5;

    /// <summary>As how many unopened messages a dismissed one counts.</summary>
    public double DismissedWeight { get; init; } = 2;

    /// <summary>Half-life in days of that fatigue: who is left alone recovers.</summary>
    public double FatigueHalfLife { get; init; } = 14;

    /// <summary>Hours ahead in which a better hour is looked for.</summary>
    public int HorizonHours { get; init; } = 72;

    /// <summary>The power by which the chance of an opening follows how much likelier than on average the profile is there at an hour.</summary>
    public double HourStrength { get; init; } = 0.5;

    /// <summary>How many visits the usual day weighs as much as, in what is believed of the hours of a profile.</summary>
    public double BeliefInHours { get; init; } = 15;

    /// <summary>
    /// How many plays of everybody the usual day weighs as much as, in what is believed of how plays divide between weekdays and weekend, morning,
    /// afternoon, evening and night.
    /// </summary>
    public double BeliefInUsualDay { get; init; } = 200;

    /// <summary>double[24]: how many people watch in each hour of their day, from midnight, in any unit; television's usual day with its peak at nine.</summary>
    public ImmutableArray<double> UsualDay { get; init; } =
        [3, 1.5, 1, 0.7, 0.6, 0.7, 1.2, 2, 2.6, 2.8, 3, 3.2, 3.8, 4, 3.9, 4, 4.6, 5.6, 7, 8.6, 10, 10, 8, 5];

    /// <summary>The hour of a profile's day from which nothing is sent, where its settings do not say.</summary>
    public int QuietFromHour { get; init; } = 22;

    /// <summary>The hour from which something may be sent again.</summary>
    public int QuietUntilHour { get; init; } = 8;

    /// <summary>The same for children.</summary>
    public int KidsQuietFromHour { get; init; } = 19;

    /// <summary>How many standard deviations a title stands above the catalogue for a fit of 1; the fit goes from 0 to 2.</summary>
    public double FitRank { get; init; } = 2;

    /// <summary>Days after it came to the service within which a title is told of as new.</summary>
    public double ArrivalDays { get; init; } = 14;

    /// <summary>Days after it came within which a new episode is told of.</summary>
    public double EpisodeDays { get; init; } = 21;

    /// <summary>Days after which a playback that was left is reminded of.</summary>
    public double ResumeAfterDays { get; init; } = 2;

    /// <summary>Days after which it is not reminded of any more.</summary>
    public double ResumeUntilDays { get; init; } = 30;

    /// <summary>Days before a title leaves from which it is told.</summary>
    public double LeavingDays { get; init; } = 7;

    /// <summary>Days between two digests.</summary>
    public double DigestDays { get; init; } = 6.5;

    /// <summary>Most titles of a digest, at most <see cref="Events.NotificationClaimed.MaxTitles"/>.</summary>
    public int DigestTitles { get; init; } = 6;

    /// <summary>Fewest titles of a digest; with fewer none is sent.</summary>
    public int FewestDigestTitles { get; init; } = 4;

    /// <summary>
    /// Minutes after which a message that a sender took on, and of which nothing was heard since, counts as cut off. Longer than any sender goes on
    /// trying.
    /// </summary>
    public double LeaseMinutes { get; init; } = 15;

    /// <summary>How often an e-mail that was cut off is tried in all. A push message is never tried again.</summary>
    public int EmailAttempts { get; init; } = 3;

    /// <summary>Hours after the first attempt in which a cut-off e-mail is tried again.</summary>
    public double EmailRetryHours { get; init; } = 24;

    /// <summary>What holds for a channel.</summary>
    public ChannelOptions Of(NotificationChannel channel) => channel == NotificationChannel.Push ? Push : Email;

    /// <summary>What holds for a kind.</summary>
    public KindOptions Of(NotificationKind kind) => kind switch
    {
        NotificationKind.NewEpisodes => NewEpisodes,
        NotificationKind.NewArrival => NewArrival,
        NotificationKind.Resume => Resume,
        NotificationKind.LeavingSoon => LeavingSoon,
        _ => Digest,
    };
}
