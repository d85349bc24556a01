using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>The wire form of <see cref="TitleOutcome"/>, which knows nothing of Orleans.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleOutcome")]
internal struct TitleOutcomeSurrogate
{
    [Id(0)]
    public int Title;

    [Id(1)]
    public int Kind;

    [Id(2)]
    public DateTimeOffset Time;

    [Id(3)]
    public float Weight;

    [Id(4)]
    public int Next;

    [Id(5)]
    public string? Country;

    [Id(6)]
    public int Occasion;

    [Id(7)]
    public int? Community;
}
