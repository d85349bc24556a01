namespace Orleans.Personalize.Notifications.Rendering;

/// <summary>Whether a text is a number in hexadecimal digits.</summary>
internal static class HexText
{
    public static bool ContainsOnlyHex(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return !text.IsEmpty;
    }
}
