using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>The latest messages to a profile, oldest first, and what became of each.</summary>
internal static class NotificationLog
{
    // Longest form of an entry without the several titles: hash 6, title 4, times 5 and 5, four single bytes.
    private const int EntryBytes = 24;
    private const int TitleBytes = 4;
    private const int Kinds = 8;

    /// <summary>What an event makes of the log; the same where it says nothing about a message.</summary>
    public static NotificationEntry[] Apply(NotificationEntry[] log, in Occurrence occurrence, Catalog catalog) => occurrence.Event switch
    {
        NotificationClaimed e => With(log, e.Notification, EntryOf(NotificationStage.Claimed, occurrence) with
        {
            Titles = Known(e.Titles, catalog),
            Channel = e.Channel,
            Kind = e.Kind,
            Attempts = (byte)Math.Clamp(e.Attempt, 1, byte.MaxValue),
        }),
        NotificationSent e => With(log, e.Notification, EntryOf(NotificationStage.Sent, occurrence) with { Channel = e.Channel, Kind = e.Kind }),
        NotificationFailed e => With(log, e.Notification, EntryOf(NotificationStage.Failed, occurrence)),
        NotificationOpened e => With(log, e.Notification, EntryOf(NotificationStage.Opened, occurrence)),
        NotificationDismissed e => With(log, e.Notification, EntryOf(NotificationStage.Dismissed, occurrence)),
        _ => log,
    };

    /// <summary>A length in bytes that the form of a log does not exceed.</summary>
    public static int LengthAtMost(NotificationEntry[] log)
    {
        var length = EntryBytes * log.Length;
        foreach (var entry in log)
            length += TitleBytes * entry.Titles.Length;
        return length;
    }

    public static void Write(ref ByteWriter writer, NotificationEntry[] log)
    {
        writer.Varint((ulong)log.Length);
        foreach (var entry in log)
        {
            writer.Low(entry.Message, EventWindow.IdBytes);
            writer.Varint((ulong)(entry.Title + 1));
            writer.Varint(entry.Seconds);
            writer.Byte((byte)entry.Stage);
            writer.Varint(entry.Seconds - entry.SentSeconds);
            var channel = entry.Channel is { } known ? (int)known + 1 : 0;
            writer.Byte((byte)((channel * Kinds) + (entry.Kind is { } kind ? (int)kind + 1 : 0)));
            writer.Byte(entry.Attempts);
            writer.Byte((byte)entry.Titles.Length);
            foreach (var title in entry.Titles)
                writer.Varint((ulong)title);
        }
    }

    /// <summary>Reads a log.</summary>
    /// <param name="reader">Stands at its beginning.</param>
    /// <param name="isShort">Whether it is of the first form, which knew of a message only what it was about and what became of it.</param>
    public static NotificationEntry[] Read(ref ByteReader reader, bool isShort)
    {
        var count = reader.Varint(ProfileMemory.Notifications);
        var log = count == 0 ? [] : new NotificationEntry[count];
        for (var i = 0; i < count; i++)
        {
            var entry = ReadShort(ref reader);
            log[i] = isShort ? entry : ReadRest(ref reader, entry);
        }

        return log;
    }

    private static NotificationEntry ReadShort(ref ByteReader reader)
    {
        var message = reader.Low(EventWindow.IdBytes);
        var title = reader.Varint(ProfileMemory.Titles) - 1;
        var seconds = reader.Varint32();
        var stage = (NotificationStage)reader.Byte();
        ByteReader.Require(stage <= NotificationStage.Failed, "nothing known became of a message");
        return new NotificationEntry { Message = message, Title = title, Seconds = seconds, SentSeconds = seconds, Stage = stage };
    }

    private static NotificationEntry ReadRest(ref ByteReader reader, NotificationEntry entry)
    {
        var age = reader.Varint32();
        ByteReader.Require(age <= entry.Seconds, "a message was sent before all time");
        var (channel, kind) = Math.DivRem((int)reader.Byte(), Kinds);
        ByteReader.Require(channel <= (int)NotificationChannel.Email + 1 && kind <= (int)NotificationKind.Digest + 1, "a message is of no known kind");
        var attempts = reader.Byte();
        var count = reader.Byte();
        ByteReader.Require(count <= NotificationClaimed.MaxTitles, "a message suggests too many titles");
        var titles = ImmutableArray.CreateBuilder<int>(count);
        for (var i = 0; i < count; i++)
            titles.Add(reader.Varint(ProfileMemory.Titles - 1));
        return entry with
        {
            SentSeconds = entry.Seconds - age,
            Channel = channel == 0 ? null : (NotificationChannel)(channel - 1),
            Kind = kind == 0 ? null : (NotificationKind)(kind - 1),
            Attempts = attempts,
            Titles = titles.MoveToImmutable(),
        };
    }

    private static NotificationEntry EntryOf(NotificationStage stage, in Occurrence occurrence) => new()
    {
        Message = 0,
        Title = occurrence.Number,
        Seconds = occurrence.Seconds,
        SentSeconds = occurrence.Seconds,
        Stage = stage,
    };

    private static NotificationEntry[] With(NotificationEntry[] log, string id, NotificationEntry news)
    {
        var message = EventWindow.HashOf(id);
        var index = Array.FindIndex(log, entry => entry.Message == message);
        if (index < 0)
            return [.. log.Append(news with { Message = message }).TakeLast(ProfileMemory.Notifications)];
        if (Merge(log[index], news) is not { } merged)
            return log;
        var changed = log.ToArray();
        changed[index] = merged;
        return changed;
    }

    /// <summary>What is known of a message after news of it; null where they are none.</summary>
    private static NotificationEntry? Merge(in NotificationEntry old, in NotificationEntry news)
    {
        var isNews = (old.Stage, news.Stage) switch
        {
            (NotificationStage.Claimed, NotificationStage.Claimed) => news.Attempts > old.Attempts,
            (NotificationStage.Claimed, _) => true,
            (NotificationStage.Opened or NotificationStage.Dismissed, NotificationStage.Opened or NotificationStage.Dismissed) => news.Seconds >= old.Seconds,
            (_, NotificationStage.Opened or NotificationStage.Dismissed) => true,
            // A message that is tried again after all, by a sender that did not hear that it had failed.
            (NotificationStage.Failed, NotificationStage.Sent) => true,
            _ => false,
        };
        return isNews
            ? old with
            {
                Stage = news.Stage,
                Seconds = Math.Max(old.Seconds, news.Seconds),
                Title = news.Title >= 0 ? news.Title : old.Title,
                Channel = old.Channel ?? news.Channel,
                Kind = old.Kind ?? news.Kind,
                Attempts = Math.Max(old.Attempts, news.Attempts),
            }
            : null;
    }

    private static ImmutableArray<int> Known(ImmutableArray<TitleId> titles, Catalog catalog)
    {
        if (titles.IsDefaultOrEmpty)
            return [];
        var numbers = ImmutableArray.CreateBuilder<int>(Math.Min(titles.Length, NotificationClaimed.MaxTitles));
        foreach (var title in titles)
        {
            if (numbers.Count < NotificationClaimed.MaxTitles && title.Value is not null && catalog.TryGetNumber(title, out var number))
                numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }
}
