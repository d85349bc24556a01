using System.Buffers.Text;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Continuing;

/// <summary>
/// Writes what of a page was given as a text that the client carries to the next call, and reads it again. A title takes one to two bytes,
/// a row seven; the text is checked for damage and for the page it belongs to.
/// </summary>
internal static class PageCursor
{
    private const byte Version = 1;
    private const int KeyBytes = 5;
    private const int FixedBytes = 64;
    private const int LongestNumber = 5;
    private const int HasCountry = 1;
    private const int HasOffset = 2;
    private const int IsExplained = 4;

    /// <summary>How long a page goes on.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(6);

    /// <summary>The cursor after what was given.</summary>
    public static string Write(PageSoFar page)
    {
        var titles = page.Shown.Length + page.Repeated.Length + page.OnScreen.Length;
        var writer = new ByteWriter(new byte[FixedBytes + (page.Rows.Length * (KeyBytes + 2)) + (titles * LongestNumber)]);
        writer.Byte(Version);
        writer.Low(OwnerOf(page.Request.Profile, page.Page), sizeof(uint));
        writer.Low(SelectionOf(page.Request.Selection), sizeof(uint));
        writer.Varint((ulong)(page.ComposedAt - Interaction.Origin).TotalSeconds);
        WriteShape(ref writer, page.Request);
        writer.Varint((ulong)page.Rows.Length);
        foreach (var row in page.Rows)
        {
            writer.Low(row.Key, KeyBytes);
            writer.Byte((byte)row.Kind);
            writer.Byte((byte)(sbyte)MathF.Round(Math.Clamp(row.Interest, -1, 1) * sbyte.MaxValue));
        }

        WriteTitles(ref writer, page.Shown);
        WriteTitles(ref writer, page.Repeated);
        WriteTitles(ref writer, page.OnScreen);
        writer.Checksum();
        return Base64Url.EncodeToString(writer.Written);
    }

    /// <summary>Reads the cursor of a request.</summary>
    /// <exception cref="InvalidRequestException">It is none, or belongs to another page, profile or selection.</exception>
    /// <exception cref="PageGoneException">The page is too old to go on.</exception>
    public static PageSoFar Read(HomeRowsRequest request, DateTimeOffset now)
    {
        try
        {
            var reader = new ByteReader(Base64Url.DecodeFromChars(request.After));
            return Read(ref reader, request, now);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new InvalidRequestException("after", "is not the 'next' of a page or of rows");
        }
    }

    private static PageSoFar Read(ref ByteReader reader, HomeRowsRequest request, DateTimeOffset now)
    {
        if (reader.Byte() != Version) throw new PageGoneException("the page was composed by another version of the service; ask for a new one");
        if (reader.Low(sizeof(uint)) != OwnerOf(request.Profile, request.Page))
            throw new InvalidRequestException("after", "belongs to another page or profile");
        if (reader.Low(sizeof(uint)) != SelectionOf(request.Selection))
            throw new InvalidRequestException("filter", "must be that of the page, as must include and exclude");
        var composedAt = Interaction.Origin.AddSeconds(reader.Varint32());
        if (now - composedAt > Lifetime) throw new PageGoneException($"the page is more than {Lifetime.TotalHours:0} hours old; ask for a new one");
        var home = ReadShape(ref reader, request);
        var rows = new GivenRow[reader.Varint(Requests.RequestRules.MostRows)];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new GivenRow(reader.Low(KeyBytes), (RowKind)reader.Byte(), (sbyte)reader.Byte() / (float)sbyte.MaxValue);
        var soFar = new PageSoFar
        {
            Request = home,
            Page = request.Page,
            ComposedAt = composedAt,
            Rows = ImmutableArray.Create(rows),
            Shown = ReadTitles(ref reader),
            Repeated = ReadTitles(ref reader),
            OnScreen = ReadTitles(ref reader),
        };
        reader.End();
        return soFar;
    }

    private static void WriteShape(ref ByteWriter writer, HomeRequest request)
    {
        writer.Varint((ulong)request.Columns);
        writer.Byte((byte)request.Device);
        writer.Byte((byte)((request.Country is null ? 0 : HasCountry) | (request.UtcOffset is null ? 0 : HasOffset) | (request.Explain ? IsExplained : 0)));
        if (request.Country is { } country) writer.Text(country);
        if (request.UtcOffset is { } offset) writer.Signed((long)offset.TotalMinutes);
    }

    private static HomeRequest ReadShape(ref ByteReader reader, HomeRowsRequest request)
    {
        var columns = reader.Varint(Requests.RequestRules.MostColumns);
        var device = (DeviceKind)reader.Byte();
        var flags = reader.Byte();
        return new HomeRequest
        {
            Profile = request.Profile,
            Columns = columns,
            Device = device,
            Country = (flags & HasCountry) != 0 ? reader.Text(2) : null,
            UtcOffset = (flags & HasOffset) != 0 ? TimeSpan.FromMinutes(reader.Signed()) : null,
            Explain = (flags & IsExplained) != 0,
            Selection = request.Selection,
        };
    }

    private static void WriteTitles(ref ByteWriter writer, ImmutableArray<int> titles)
    {
        writer.Varint((ulong)titles.Length);
        var before = -1;
        foreach (var title in titles)
        {
            writer.Varint((ulong)(title - before - 1));
            before = title;
        }
    }

    private static ImmutableArray<int> ReadTitles(ref ByteReader reader)
    {
        var titles = new int[reader.Varint(Requests.RequestRules.MostRows * Requests.RequestRules.MostColumns)];
        var before = -1L;
        for (var i = 0; i < titles.Length; i++)
        {
            before += reader.Varint32() + 1L;
            ByteReader.Require(before <= int.MaxValue, "a number is out of range");
            titles[i] = (int)before;
        }

        return ImmutableArray.Create(titles);
    }

    private static uint OwnerOf(ProfileId profile, PageId page) => (uint)StableHash64.Of($"{profile.Value}\n{page.Value}");

    // One that limits nothing is none.
    private static uint SelectionOf(TitleSelection? selection) =>
        Answers.PageIds.SelectionOf(selection) is { Length: > 0 } text ? (uint)StableHash64.Of(text) : 0;
}
