using System.Collections.Immutable;
using System.Security.Cryptography;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Names pages so that the same page has the same id wherever and whenever it is composed.</summary>
internal static class PageIds
{
    /// <summary>The id of the page that a request gets at a moment: 32 hexadecimal digits.</summary>
    public static PageId Of(HomeRequest request, ProfileState state, Moment moment, string modelVersion)
    {
        var key = $"{request.Profile.Value}\n{state.Revision}\n{moment.Now.UtcTicks}\n{request.Rows}\n{request.Columns}\n{(int)request.Device}\n"
            + $"{request.Country}\n{request.UtcOffset?.Ticks}\n{request.Explain}\n{modelVersion}{SelectionOf(request.Selection)}{(moment.Rules.Version == 0 ? null : $"\n!{moment.Rules.Version}")}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key), hash);
        return new PageId(Convert.ToHexStringLower(hash[..16]));
    }

    /// <summary>A selection as one text; empty for none. No id and no filter has a line feed in it that could pass for the next part.</summary>
    public static string SelectionOf(TitleSelection? selection) => selection is null
        ? string.Empty
        : $"\n{selection.Filter?.ReplaceLineEndings(" ")}\n+{Join(selection.Include)}\n-{Join(selection.Exclude)}";

    private static string Join(ImmutableArray<TitleId> titles) => titles.IsDefault ? string.Empty : string.Join('/', titles);
}
