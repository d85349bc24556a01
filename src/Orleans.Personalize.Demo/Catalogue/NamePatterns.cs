using System.Collections.Frozen;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>How names are put together, by tone. A pattern that stands twice is used twice as often.</summary>
internal static class NamePatterns
{
    /// <summary>{A} adjective, {N} {M} two nouns, {T} {U} two themes, {P} place, {F} {G} two first names.</summary>
    private static readonly FrozenDictionary<string, string[]> ByStyle = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["dark"] =
        [
            "The {A} {N}", "The {A} {N}", "The {A} {N}", "{A} {T}", "{A} {T}", "{T} and {U}", "The {N} at {P}", "The {N} of {P}", "Before the {N}",
            "After the {N}", "{P}", "A {N} in {P}", "Under {T}", "The {P} {N}", "{A} {N}",
        ],
        ["epic"] =
        [
            "The {A} {N}", "The {A} {N}", "The {A} {N}", "{N} of {T}", "{N} of {T}", "{N} of {T}", "The {N} of {P}", "The {N} of {P}", "{T} and {U}",
            "Children of {T}", "Beyond {P}", "Rise of the {N}", "The {N} and the {M}", "{A} {N}", "Into {T}",
        ],
        ["light"] =
        [
            "The {A} {N}", "The {A} {N}", "{A} {N}", "{A} {N}", "A {N} in {P}", "{T} and {U}", "{F} and {G}", "My {A} {N}", "Ten Days in {P}",
            "Meet Me in {P}", "{T}, Mostly", "The {N} Upstairs", "Not Another {N}", "{F}'s {A} {N}",
        ],
        ["tender"] =
        [
            "The {A} {N}", "The {A} {N}", "{T} and {U}", "{T} and {U}", "The {N} in {P}", "{A} {T}", "A {A} {N}", "A {A} {N}", "Letters from {P}",
            "The Road to {P}", "One {N} in {P}", "Goodbye, {P}", "Until the {N}", "{F}'s {N}",
        ],
        ["kids"] =
        [
            "{F} and the {A} {N}", "{F} and the {A} {N}", "{F} and the {A} {N}", "The {A} {N}", "The {A} {N}", "The {N} of {P}", "{F}'s {A} {N}",
            "{F} Loves {T}", "{N} and {M}", "Goodnight, {A} {N}", "{F} of {P}",
        ],
        ["doc"] =
        [
            "The {A} {N}", "The {A} {N}", "{A} {N}", "Inside the {N}", "The {N} of {P}", "The {N} of {P}", "{P}: The {A} {N}", "{P}: The {A} {N}",
            "A {N} in {P}", "{T} and {U}", "Chasing {T}", "The Secret of the {N}",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>First names for the heroes of children's titles.</summary>
    public static IReadOnlyList<string> ChildrensHeroes { get; } =
    [
        "Pip", "Mimi", "Otto", "Lulu", "Bo", "Tilly", "Max", "Juno", "Finn", "Olive",
        "Hugo", "Nia", "Leo", "Poppy", "Ziggy", "Zara", "Momo", "Ollie", "Wren", "Basil",
    ];

    /// <summary>The patterns of a tone.</summary>
    public static string[] Of(string style) => ByStyle[style];
}
