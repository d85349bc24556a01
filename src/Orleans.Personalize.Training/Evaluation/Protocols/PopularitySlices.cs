using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>
/// Names answers by how popular the title to be found is: the head are the most played titles that together make up half of the training
/// events, the torso the next two fifths, the tail the rest.
/// </summary>
internal sealed class PopularitySlices
{
    private const string Group = "popularity";
    private const double Head = 0.5;
    private const double Torso = 0.9;

    private static readonly Slice[] Slices =
    [
        new(Group, 0, "titles of the head"),
        new(Group, 1, "titles of the torso"),
        new(Group, 2, "titles of the tail"),
        new(Group, 3, "titles without an event"),
    ];

    private readonly Slice[] _slices;

    /// <param name="titles">How many titles there are.</param>
    /// <param name="events">The training events.</param>
    public PopularitySlices(int titles, IReadOnlyList<DatasetEvent> events)
    {
        var counts = new int[titles];
        foreach (var e in events)
            counts[e.Title]++;
        _slices = new Slice[titles];
        long before = 0;
        foreach (var title in Enumerable.Range(0, titles).OrderByDescending(title => counts[title]))
        {
            _slices[title] = counts[title] == 0 ? Slices[3]
                : before < events.Count * Head ? Slices[0]
                : before < events.Count * Torso ? Slices[1]
                : Slices[2];
            before += counts[title];
        }
    }

    public Slice Of(int title) => _slices[title];
}
