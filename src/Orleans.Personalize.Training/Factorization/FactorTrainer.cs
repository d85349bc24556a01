using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Factorization;

/// <summary>
/// Factorizes who liked what into vectors of profiles and of titles, by alternating least squares with a penalty in proportion to what each
/// vector is fitted to (S. Rendle et al., "Revisiting the Performance of iALS on Item Recommendation Benchmarks", 2022). The vectors of the
/// profiles are thrown away: a profile is folded in when it asks.
/// </summary>
internal sealed class FactorTrainer(FactorOptions options, int threads, Steps steps)
{
    // Vectors are fitted in pieces, so that threads seldom meet.
    private const int Piece = 64;

    /// <summary>Fits to the liked events of the histories.</summary>
    /// <returns>float[titles x dimension]; zeros for titles that nobody liked.</returns>
    public TitleFactors Fit(EventHistories liked, ulong seed)
    {
        var (profiles, titles) = (Profiles(liked), Titles(liked));
        var dimension = Math.Min(options.Dimension, Math.Min(profiles.Length, titles.Count(profile => profile.Length > 0)));
        if (dimension == 0)
            return new TitleFactors(0, []);
        var random = new SeededRandom(seed);
        var ofTitles = new float[liked.TitleCount * dimension];
        foreach (ref var value in ofTitles.AsSpan())
            value = (float)(random.NextNormal() * options.InitialDeviation / Math.Sqrt(dimension));
        var ofProfiles = new float[profiles.Length * dimension];
        for (var round = 0; round < options.Rounds; round++)
        {
            steps.Tell($"fitting title vectors, round {round + 1} of {options.Rounds}");
            var most = round == 0 ? options.FirstSteps : options.Steps;
            Improve(profiles, ofTitles, ofProfiles, dimension, most);
            Improve(titles, ofProfiles, ofTitles, dimension, most);
            steps.Advance(RoundOperations(liked));
        }

        for (var title = 0; title < titles.Length; title++)
        {
            if (titles[title].Length == 0)
                ofTitles.AsSpan(title * dimension, dimension).Clear();
        }

        return new TitleFactors(dimension, ofTitles);
    }

    /// <summary>One more round from vectors that are there; those of titles that nobody liked stay.</summary>
    public TitleFactors Continue(EventHistories liked, TitleFactors start)
    {
        if (start.Dimension == 0)
            return start;
        var (profiles, titles) = (Profiles(liked), Titles(liked));
        var ofProfiles = new float[profiles.Length * start.Dimension];
        float[] ofTitles = [.. start.Vectors];
        Improve(profiles, ofTitles, ofProfiles, start.Dimension, options.FirstSteps);
        Improve(titles, ofProfiles, ofTitles, start.Dimension, options.Steps);
        for (var title = 0; title < titles.Length; title++)
        {
            if (titles[title].Length == 0)
                start[title].CopyTo(ofTitles.AsSpan(title * start.Dimension));
        }

        return new TitleFactors(start.Dimension, ofTitles);
    }

    /// <summary>How many operations <see cref="Fit"/> takes, for telling progress.</summary>
    public double Operations(EventHistories liked) => options.Rounds * RoundOperations(liked);

    private double RoundOperations(EventHistories liked) =>
        2.0 * options.Dimension * options.Steps * ((4.0 * liked.EventCount) + (options.Dimension * (double)(liked.ProfileCount + liked.TitleCount)));

    private void Improve(int[][] observed, float[] known, float[] wanted, int dimension, int most)
    {
        var gram = FoldIn.GramOf(known, dimension);
        var all = known.Length / dimension;
        var foldIn = new FactorFoldIn(options.Unobserved, options.Regularization);
        Threads.For((observed.Length + Piece - 1) / Piece, threads, index =>
        {
            for (var i = index * Piece; i < Math.Min((index + 1) * Piece, observed.Length); i++)
            {
                FoldIn.Solve(
                    observed[i],
                    known,
                    gram,
                    options.Unobserved,
                    foldIn.Ridge(observed[i].Length, all),
                    most,
                    wanted.AsSpan(i * dimension, dimension));
            }
        });
    }

    // The titles of each profile that liked any, each once.
    private static int[][] Profiles(EventHistories liked) =>
        [.. Enumerable.Range(0, liked.ProfileCount).Where(profile => liked.Titles(profile).Length > 0).Select(profile => Distinct(liked.Titles(profile)))];

    private static int[] Distinct(ReadOnlySpan<int> titles)
    {
        int[] sorted = [.. titles];
        Array.Sort(sorted);
        return [.. sorted.Distinct()];
    }

    // The profiles of each title, by their place among those that liked any.
    private static int[][] Titles(EventHistories liked)
    {
        var profiles = new List<int>[liked.TitleCount];
        for (var title = 0; title < profiles.Length; title++)
            profiles[title] = [];
        var place = 0;
        foreach (var titles in Profiles(liked))
        {
            foreach (var title in titles)
                profiles[title].Add(place);
            place++;
        }

        return [.. profiles.Select(of => of.ToArray())];
    }
}
