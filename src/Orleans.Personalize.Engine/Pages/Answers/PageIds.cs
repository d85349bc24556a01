using System.Security.Cryptography;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Names pages so that the same page has the same id wherever and whenever it is composed.</summary>
internal static class PageIds
{
    /// <summary>The id of the page that a request gets at a moment: 32 hexadecimal digits.</summary>
    public static PageId Of(HomeRequest request, ProfileState state, DateTimeOffset now, string modelVersion)
    {
        var key = $"{request.Profile.Value}\n{state.Revision}\n{now.UtcTicks}\n{request.Rows}\n{request.Columns}\n{(int)request.Device}\n"
            + $"{request.Country}\n{request.UtcOffset?.Ticks}\n{request.Explain}\n{modelVersion}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key), hash);
        return new PageId(Convert.ToHexStringLower(hash[..16]));
    }
}
