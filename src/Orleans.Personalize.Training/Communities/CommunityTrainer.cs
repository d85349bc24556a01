using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Communities;

/// <summary>
/// Finds taste communities by expectation and maximization of a mixture of distributions over titles, begun from profiles far from each
/// other (D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", 2007). Communities that lose their members on the
/// way are given up, so that their number fits the data.
/// </summary>
internal sealed class CommunityTrainer(CommunityOptions options, int threads, ulong seed)
{
    private const int Piece = 64;

    // As in the engine: a history counts as at most so many choices.
    private const double Evidence = 12;

    /// <summary>Finds communities in histories of what profiles chose and were not against.</summary>
    public FoundCommunities Fit(EventHistories histories)
    {
        int[] profiles = [.. Enumerable.Range(0, histories.ProfileCount).Where(profile => histories.Titles(profile).Length >= options.ShortestHistory)];
        var count = Math.Min(options.Maximum, profiles.Length / options.ProfilesEach);
        if (count < 2)
            return FoundCommunities.None;
        var titles = Array.ConvertAll(histories.Counts(), number => (double)number);
        var memberships = Begin(histories, profiles, titles, count);
        var lifts = new double[count][];
        var shares = new double[count];
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            (lifts, shares) = Maximize(histories, profiles, titles, memberships, count);
            var kept = iteration < options.Iterations / 2 ? null : Kept(shares, profiles.Length);
            if (kept is not null && kept.Length < shares.Length)
            {
                if (kept.Length < 2)
                    return FoundCommunities.None;
                (lifts, shares, count) = (Array.ConvertAll(kept, i => lifts[i]), Array.ConvertAll(kept, i => shares[i]), kept.Length);
            }

            memberships = Expect(histories, profiles, lifts, shares);
        }

        (lifts, shares) = Maximize(histories, profiles, titles, memberships, count);
        return Pack(lifts, shares, profiles.Length);
    }

    private static FoundCommunities Pack(double[][] lifts, double[] shares, int profiles)
    {
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(community => shares[community]).ThenBy(community => community).ToArray();
        return new FoundCommunities(
            [.. order.Select((community, place) => new ModelCommunity($"new-{place}", shares[community], shares[community] * profiles))],
            [.. order.SelectMany(community => lifts[community]).Select(lift => (Half)lift)]);
    }

    private int[] Kept(double[] shares, int profiles) =>
        [.. Enumerable.Range(0, shares.Length).Where(community => shares[community] * profiles >= options.Smallest)];

    // Everybody to the nearest of some profiles that are far from each other; who has nothing in common with any, anywhere.
    private float[][] Begin(EventHistories histories, int[] profiles, double[] titles, int count)
    {
        var random = new SeededRandom(seed);
        var rarity = Array.ConvertAll(titles, number => Math.Log((profiles.Length + 1.0) / (number + 1)) + 1);
        var best = new double[profiles.Length];
        var nearest = new int[profiles.Length];
        var near = new double[histories.TitleCount];
        var next = random.NextBelow(profiles.Length);
        for (var community = 0; community < count; community++)
        {
            Array.Clear(near);
            foreach (var title in histories.Titles(profiles[next]))
                near[title] = rarity[title];
            var norm = Math.Sqrt(near.Sum(value => value * value));
            for (var i = 0; i < profiles.Length; i++)
            {
                double product = 0, squares = 0;
                foreach (var title in histories.Titles(profiles[i]))
                {
                    product += near[title] * rarity[title];
                    squares += rarity[title] * rarity[title];
                }

                var cosine = product / (norm * Math.Sqrt(squares));
                if (cosine > best[i] || (best[i] == 0 && random.NextBelow(community + 1) == 0))
                    (best[i], nearest[i]) = (Math.Max(cosine, best[i]), community);
            }

            next = Draw(best, random);
        }

        return Array.ConvertAll(nearest, community =>
        {
            var membership = new float[count];
            membership[community] = 1;
            return membership;
        });
    }

    private static int Draw(double[] cosines, SeededRandom random)
    {
        var left = random.NextUnit() * cosines.Sum(cosine => (1 - cosine) * (1 - cosine));
        for (var i = 0; i < cosines.Length; i++)
        {
            left -= (1 - cosines[i]) * (1 - cosines[i]);
            if (left <= 0)
                return i;
        }

        return cosines.Length - 1;
    }

    private (double[][] Lifts, double[] Shares) Maximize(EventHistories histories, int[] profiles, double[] titles, float[][] memberships, int count)
    {
        var all = titles.Sum();
        var lifts = new double[count][];
        var shares = new double[count];
        Threads.For(count, threads, community =>
        {
            var chosen = new double[titles.Length];
            double members = 0, choices = 0;
            for (var i = 0; i < profiles.Length; i++)
            {
                double membership = memberships[i][community];
                members += membership;
                foreach (var title in histories.Titles(profiles[i]))
                {
                    chosen[title] += membership;
                    choices += membership;
                }
            }

            for (var title = 0; title < chosen.Length; title++)
                chosen[title] = Math.Log((chosen[title] + options.Prior) / ((choices * titles[title] / all) + options.Prior));
            lifts[community] = chosen;
            shares[community] = members / profiles.Length;
        });
        return (lifts, shares);
    }

    private float[][] Expect(EventHistories histories, int[] profiles, double[][] lifts, double[] shares)
    {
        var memberships = new float[profiles.Length][];
        var total = shares.Sum();
        Threads.For((profiles.Length + Piece - 1) / Piece, threads, index =>
        {
            for (var i = index * Piece; i < Math.Min((index + 1) * Piece, profiles.Length); i++)
            {
                var titles = histories.Titles(profiles[i]);
                var membership = new float[lifts.Length];
                for (var community = 0; community < lifts.Length; community++)
                {
                    var sum = 0.0;
                    foreach (var title in titles)
                        sum += lifts[community][title];
                    membership[community] = (float)((sum * Evidence / (Evidence + titles.Length)) + Math.Log(Math.Max(shares[community] / total, 1e-9)));
                }

                TensorPrimitives.SoftMax(membership, membership);
                memberships[i] = membership;
            }
        });
        return memberships;
    }
}
