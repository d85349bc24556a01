using System.Collections.Concurrent;

namespace Orleans.Personalize.Embedded.Residents;

/// <summary>
/// The profiles in memory, bounded in number and bytes. A profile leaves when it was idle for long, or when room is needed, least recently
/// used first as the clock algorithm approximates it (F. J. Corbató, "A paging experiment with the Multics system", 1968): a hand goes
/// round over the places and takes what was not used since it last came by.
/// </summary>
/// <remarks>
/// The writer publishes after each commit, readers load what is absent. A load puts an empty place in before it reads the database, and
/// fills the place only if the writer has not filled it meanwhile; so a state older than the last publication never stays.
/// </remarks>
internal sealed class ResidentProfiles(int maxCount, long maxBytes, TimeSpan idleTime, TimeProvider time)
{
    private const int PlacesPerStep = 2;

    private readonly ConcurrentDictionary<ProfileId, Place> _places = new();
    private readonly List<Place> _ring = [];
    private readonly Lock _gate = new();
    private int _hand;
    private long _bytes;

    public int Count => _places.Count;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The profile if it is in memory.</summary>
    public ResidentProfile? Peek(ProfileId id)
    {
        if (!_places.TryGetValue(id, out var place))
            return null;

        Touch(place);
        return Volatile.Read(ref place.Profile);
    }

    /// <summary>The profile from memory or from <paramref name="load"/>; null where there is none.</summary>
    public ResidentProfile? Get(ProfileId id, Func<ProfileId, ResidentProfile?> load)
    {
        if (Peek(id) is { } resident)
            return resident;

        var place = PlaceOf(id);
        ResidentProfile? loaded;
        try
        {
            loaded = load(id);
        }
        catch
        {
            RemoveIfEmpty(place);
            throw;
        }

        if (loaded is null)
        {
            RemoveIfEmpty(place);
            return Volatile.Read(ref place.Profile);
        }

        var published = Interlocked.CompareExchange(ref place.Profile, loaded, null);
        if (published is not null)
            return published;

        Settle(place);
        return loaded;
    }

    /// <summary>Puts in what was just committed.</summary>
    public void Publish(ResidentProfile profile)
    {
        var place = PlaceOf(profile.Settings.Id);
        Volatile.Write(ref place.Profile, profile);
        Settle(place);
    }

    /// <summary>Puts in another form of the same content, unless something newer was published.</summary>
    public void Replace(ResidentProfile old, ResidentProfile with)
    {
        if (_places.TryGetValue(old.Settings.Id, out var place))
            Interlocked.CompareExchange(ref place.Profile, with, old);
    }

    /// <summary>Takes a profile out; who asks next reads the database.</summary>
    public void Remove(ProfileId id)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(id, out var place))
                Evict(place);
        }
    }

    private Place PlaceOf(ProfileId id)
    {
        if (_places.TryGetValue(id, out var place))
        {
            Touch(place);
            return place;
        }

        lock (_gate)
        {
            if (_places.TryGetValue(id, out place))
                return place;

            place = new Place(id) { Index = _ring.Count };
            Touch(place);
            _ring.Add(place);
            _places[id] = place;
            return place;
        }
    }

    /// <summary>Books the bytes of a place that was filled, and makes room.</summary>
    private void Settle(Place place)
    {
        Touch(place);
        lock (_gate)
        {
            if (place.Index < 0)
                return;

            var bytes = Volatile.Read(ref place.Profile)!.Bytes;
            Interlocked.Add(ref _bytes, bytes - place.Bytes);
            place.Bytes = bytes;
            for (var step = 0; step < PlacesPerStep; step++)
                Advance(place, makeRoom: false);
            while ((_ring.Count > maxCount || Bytes > maxBytes) && _ring.Count > 1)
                Advance(place, makeRoom: true);
        }
    }

    /// <summary>Looks at one place: it leaves when it was idle, or when there must be room and it was not used since the hand came by.</summary>
    private void Advance(Place spared, bool makeRoom)
    {
        if (_hand >= _ring.Count)
            _hand = 0;
        var place = _ring[_hand];
        var idle = time.GetUtcNow().UtcTicks - Volatile.Read(ref place.UsedAt) > idleTime.Ticks;
        if (place != spared && (idle || (makeRoom && !place.Used)))
        {
            // The last place moves here and is looked at next.
            Evict(place);
            return;
        }

        if (makeRoom)
            place.Used = false;
        _hand++;
    }

    private void RemoveIfEmpty(Place place)
    {
        lock (_gate)
        {
            if (place.Index >= 0 && Volatile.Read(ref place.Profile) is null)
                Evict(place);
        }
    }

    private void Evict(Place place)
    {
        _places.TryRemove(place.Id, out _);
        var last = _ring[^1];
        _ring[place.Index] = last;
        last.Index = place.Index;
        _ring.RemoveAt(_ring.Count - 1);
        place.Index = -1;
        Interlocked.Add(ref _bytes, -place.Bytes);
        place.Bytes = 0;
    }

    private void Touch(Place place)
    {
        place.Used = true;
        Volatile.Write(ref place.UsedAt, time.GetUtcNow().UtcTicks);
    }

    /// <summary>Where one profile is held. Index in the ring (-1 once evicted) and bytes are guarded by the gate.</summary>
    private sealed class Place(ProfileId id)
    {
        public ResidentProfile? Profile;
        public long UsedAt;
        public volatile bool Used;

        public ProfileId Id { get; } = id;

        public int Index { get; set; }

        public int Bytes { get; set; }
    }
}
