namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// The sums over the histories of the profiles that were answered last. Bounded, whatever the catalogue: whose sums are no longer there gets
/// the same answer, worked out from the beginning. Safe for concurrent use.
/// </summary>
/// <param name="parts">What is summed up.</param>
internal sealed class HistorySumsPool(HistoryParts parts)
{
    private const int MostProfiles = 256;
    private const long MostBytes = 64L << 20;

    private readonly int _most = (int)Math.Clamp(MostBytes / parts.Bytes, Environment.ProcessorCount, MostProfiles);

    // The one given back last at the end.
    private readonly List<HistorySums> _kept = [];

    /// <summary>Takes the sums of a profile, or else those that were not asked for longest.</summary>
    public HistorySums Rent(ProfileId profile)
    {
        lock (_kept)
        {
            var place = _kept.Count - 1;
            while (place >= 0 && _kept[place].Profile != profile) place--;
            if (place < 0 && _kept.Count == _most) place = 0;
            if (place >= 0)
            {
                var found = _kept[place];
                _kept.RemoveAt(place);
                found.Profile = profile;
                return found;
            }
        }

        return new HistorySums { Profile = profile };
    }

    /// <summary>Gives them back.</summary>
    public void Return(HistorySums sums)
    {
        lock (_kept)
        {
            if (_kept.Count == _most) _kept.RemoveAt(0);
            _kept.Add(sums);
        }
    }
}
