namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>Tags that read naturally before a noun: "Witty Comedy", "witty stories".</summary>
internal static class MoodWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "absurd", "adrenaline-fuelled", "atmospheric", "award-winning", "awe-inspiring", "biting", "bittersweet", "bleak", "calming",
        "cerebral", "charming", "chilling", "clever", "competitive", "controversial", "cosy", "cozy", "cynical", "dark", "darkly funny",
        "deadpan", "dreamy", "eerie", "emotional", "enchanting", "epic", "exciting", "explosive", "fast-paced", "feel-good", "festive",
        "fun", "funny", "gentle", "goofy", "gripping", "gritty", "harrowing", "heartfelt", "heartwarming", "hopeful", "imaginative",
        "inspiring", "intense", "intimate", "irreverent", "lush", "melancholic", "mind-bending", "moody", "moving", "mysterious",
        "nostalgic", "offbeat", "ominous", "playful", "poetic", "provocative", "quiet", "quirky", "raunchy", "raw", "revealing",
        "romantic", "rousing", "satirical", "scary", "sentimental", "slick", "slow-burn", "slow-burning", "sombre", "steamy", "stylish",
        "sumptuous", "surreal", "suspenseful", "swashbuckling", "tender", "tense", "thought-provoking", "thoughtful", "thrilling",
        "understated", "unsettling", "uplifting", "violent", "visually striking", "visually stunning", "warm", "whimsical", "wistful",
        "witty",
    };

    /// <summary>Whether a tag is such a word.</summary>
    public static bool Contains(string tag) => Words.Contains(tag);
}
