using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Pages.Requests;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>The arrays over all titles that one answer needs, kept from answer to answer so that answers allocate next to nothing.</summary>
/// <param name="titles">The catalogue's number of titles, holes counted.</param>
/// <param name="themes">How many themes the catalogue has.</param>
/// <param name="features">How many different things the catalogue's artworks show.</param>
/// <param name="aspects">What of titles may suit an occasion.</param>
internal sealed class Workspace(int titles, int themes, int features, Aspects aspects)
{
    // What rows are judged by.
    private int[] _judged = [];
    private float[] _worths = [];
    private float[] _microGenreLikings = [];

    /// <summary>Whose answer it was used for last.</summary>
    public ProfileId Profile { get; private set; }

    /// <summary>The scores as the scorer left them.</summary>
    public ScoreBuffer Scores { get; } = new(titles);

    /// <summary>float[titles]: the score standardized over the titles that may be recommended, less fatigue; negative infinity elsewhere.</summary>
    public float[] Rank { get; } = new float[titles];

    /// <summary>float[titles]: room for one row's own order.</summary>
    public float[] Order { get; } = new float[titles];

    /// <summary>float[themes]: how much the profile likes each theme.</summary>
    public float[] Taste { get; } = new float[themes];

    /// <summary>Indexes of the themes whose taste is known.</summary>
    public int[] TastedThemes { get; } = new int[ProfileState.MaxThemes];

    /// <summary>float[features]: how much the profile likes to see each on artwork.</summary>
    public float[] ArtworkLiking { get; } = new float[features];

    /// <summary>The titles of a row that is written out, and beside them what they show and how well they match.</summary>
    public int[] Shown { get; } = new int[RequestRules.MostColumns];

    /// <summary>See <see cref="Shown"/>.</summary>
    public TitleFace[] Faces { get; } = new TitleFace[RequestRules.MostColumns];

    /// <summary>See <see cref="Shown"/>.</summary>
    public string?[] Labels { get; } = new string?[RequestRules.MostColumns];

    /// <summary>See <see cref="Shown"/>.</summary>
    public float[] Matches { get; } = new float[RequestRules.MostColumns];

    /// <summary>float[titles]: how tired the profile is of each title, 0 to 1.</summary>
    public float[] Fatigue { get; } = new float[titles];

    /// <summary>float[titles]: how well each title suits the profile's household; made when it is needed first.</summary>
    public float[] Household => field ??= new float[titles];

    /// <summary>float[titles] for each part that the service adds to the score, made when it is needed first.</summary>
    public List<float[]> ScoresBesides { get; } = [];

    /// <summary>What suits the moment, the screen and the country.</summary>
    public OccasionTaste Occasion { get; } = new(aspects, titles);

    /// <summary>Titles the profile may see and did not hide.</summary>
    public TitleSet Visible { get; } = TitleSet.Of(titles);

    /// <summary>Visible titles that are worth recommending: not finished, not disliked, not about to be resumed.</summary>
    public TitleSet Recommendable { get; } = TitleSet.Of(titles);

    /// <summary>Titles kept for the rows that the profile filled itself.</summary>
    public TitleSet Reserved { get; } = TitleSet.Of(titles);

    /// <summary>float[titles]: the rank of titles that may still be placed on the page; NaN elsewhere.</summary>
    public float[] Open { get; } = new float[titles];

    /// <summary>byte[titles]: how often a title stands on the page so far.</summary>
    public byte[] Appearances { get; } = new byte[titles];

    /// <summary>byte[titles]: the last screen (counted from 1) on which a title stands; 0 for none.</summary>
    public byte[] LastScreen { get; } = new byte[titles];

    /// <summary>Playbacks that may be resumed, and finished series that go on.</summary>
    public List<Resumable> Resumable { get; } = [];

    /// <summary>What rows of the answer hold.</summary>
    public NumberRoom Numbers { get; } = new();

    /// <summary>The profile's visits, oldest first.</summary>
    public Visit[] History { get; } = new Visit[ProfileState.MaxInteractions];

    /// <summary>The same as interactions.</summary>
    public Interaction[] Interactions { get; } = new Interaction[ProfileState.MaxInteractions];

    /// <summary>Room for how much the profile likes each micro-genre, of any content.</summary>
    public Span<float> MicroGenreLikings(int count)
    {
        if (_microGenreLikings.Length < count) _microGenreLikings = new float[count];
        return _microGenreLikings.AsSpan(0, count);
    }

    /// <summary>Lends rows the room in which they are judged.</summary>
    /// <param name="candidates">The rows; what they were lent before is no longer theirs.</param>
    public void Lend(List<RowCandidate> candidates)
    {
        var needed = candidates.Count * RowCandidate.JudgedCapacity;
        if (_judged.Length < needed)
            (_judged, _worths) = (new int[2 * needed], new float[2 * needed]);
        for (var i = 0; i < candidates.Count; i++)
        {
            candidates[i].Judged = _judged.AsMemory(i * RowCandidate.JudgedCapacity, RowCandidate.JudgedCapacity);
            candidates[i].Worths = _worths.AsMemory(i * RowCandidate.JudgedCapacity, RowCandidate.JudgedCapacity);
        }
    }

    /// <summary>A stock of workspaces for answers that are made at the same time.</summary>
    /// <param name="titles">The catalogue's number of titles, holes counted.</param>
    /// <param name="themes">How many themes the catalogue has.</param>
    /// <param name="features">How many different things the catalogue's artworks show.</param>
    /// <param name="aspects">What of titles may suit an occasion.</param>
    internal sealed class Pool(int titles, int themes, int features, Aspects aspects)
    {
        // Bytes that may lie idle; a few for each processor are kept however large they are.
        private const long MostIdle = 32L << 20;

        private readonly int _most = (int)Math.Max(2 * Environment.ProcessorCount, Math.Min(16, MostIdle / Math.Max(1, 4L * titles * (ScoreBuffer.PartCount + 8))));
        private readonly List<Workspace> _free = [];

        /// <summary>Takes the one that the profile had last, where it is free: its scores may still hold. Otherwise what is in it is left from others.</summary>
        public Workspace Rent(ProfileId profile)
        {
            lock (_free)
            {
                if (_free.Count > 0)
                {
                    var place = _free.Count - 1;
                    while (place > 0 && _free[place].Profile != profile) place--;
                    var found = _free[place];
                    _free.RemoveAt(place);
                    found.Profile = profile;
                    found.Numbers.Clear();
                    return found;
                }
            }

            return new Workspace(titles, themes, features, aspects) { Profile = profile };
        }

        /// <summary>Gives one back; more than are kept are left to the collector.</summary>
        public void Return(Workspace workspace)
        {
            lock (_free)
            {
                if (_free.Count < _most) _free.Add(workspace);
            }
        }
    }
}
