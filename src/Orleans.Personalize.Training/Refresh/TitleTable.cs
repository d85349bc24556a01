using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.ItemItem;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>The titles of a model, all at the numbers they have, and behind them those that were played since.</summary>
internal sealed class TitleTable
{
    private readonly int[] _numbers;

    /// <summary>Numbers titles.</summary>
    /// <param name="dataset">The titles.</param>
    /// <param name="events">The events.</param>
    /// <param name="model">The model.</param>
    public TitleTable(Dataset dataset, IReadOnlyList<DatasetEvent> events, PersonalizationModel model)
    {
        _numbers = Array.ConvertAll([.. dataset.Titles], title => model.TryGetNumber(title.Id, out var number) ? number : -1);
        var counts = new int[dataset.Titles.Length];
        foreach (var e in events)
            counts[e.Title] += _numbers[e.Title] < 0 ? 1 : 0;
        Known = model.Titles.Length;
        Added = SourceTitles.Choose(counts, 1, ModelContent.MaxTitles - Known);
        for (var i = 0; i < Added.Length; i++)
            _numbers[Added[i]] = Known + i;
        Ids = [.. model.Titles, .. Added.Select(title => dataset.Titles[title].Id)];
        Events = [.. events.Where(e => _numbers[e.Title] >= 0).Select(e => e with { Title = _numbers[e.Title] })];
    }

    /// <summary>How many titles the model has already.</summary>
    public int Known { get; }

    /// <summary>The titles that are new to it, by their places in the dataset, the most played where there are too many; ascending.</summary>
    public ImmutableArray<int> Added { get; }

    /// <summary>All titles, by number.</summary>
    public ImmutableArray<TitleId> Ids { get; }

    /// <summary>The events with the numbers of their titles.</summary>
    public List<DatasetEvent> Events { get; }
}
