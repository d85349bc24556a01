using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>A thumb that was given to a title, in four bytes.</summary>
public readonly record struct GivenThumb
{
    private readonly uint _packed;

    /// <summary>A thumb for a title.</summary>
    public GivenThumb(int title, Thumb thumb) => _packed = ((uint)title << 2) | ((uint)thumb & 3);

    private GivenThumb(uint packed) => _packed = packed;

    /// <summary>The title's catalogue number.</summary>
    public int Title => (int)(_packed >> 2);

    /// <summary>What was said; never <see cref="Thumb.Cleared"/>.</summary>
    public Thumb Thumb => (Thumb)(_packed & 3);

    /// <summary>Both in one number.</summary>
    internal uint Packed => _packed;

    /// <summary>The thumb of a number that <see cref="Packed"/> gave.</summary>
    internal static GivenThumb FromPacked(uint packed) => new(packed);
}
