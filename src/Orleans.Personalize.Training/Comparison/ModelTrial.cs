using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Evaluation.Protocols;

namespace Orleans.Personalize.Training.Comparison;

/// <summary>Asks two models the same questions, whose answers neither of them was fitted to.</summary>
/// <param name="inService">The model in service.</param>
internal sealed class ModelTrial(PersonalizationModel inService)
{
    /// <summary>The model in service.</summary>
    public PersonalizationModel InService => inService;

    /// <summary>Fewest questions that say anything.</summary>
    public const int LeastAnswers = 50;

    /// <summary>The profiles to learn a trial's blend from and those to measure it on: no profile is in both.</summary>
    public static bool IsMeasured(HeldOutExample example) => example.Profile % 2 == 1;

    /// <summary>Compares a candidate that was fitted to the events before the questions.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="standIn">Puts the blend of the model in service over the candidate's parts.</param>
    /// <param name="questions">Held-out events, newer than what the candidate was fitted to.</param>
    /// <param name="ranker">Ranks for questions.</param>
    public ModelComparison Run(
        PersonalizationModel candidate, Func<PersonalizationModel, PersonalizationModel> standIn, List<HeldOutExample> questions, Ranking ranker)
    {
        var unseen = questions.FindAll(question => question.Moment.Now > inService.Manifest.NewestEvent);
        return unseen.Count >= LeastAnswers
            ? Compare(ComparisonBasis.NewerThanBoth, inService, candidate, unseen, ranker)
            : Compare(ComparisonBasis.SameCut, standIn(inService), candidate, questions, ranker);
    }

    /// <summary>Compares by all questions.</summary>
    public ModelComparison Compare(
        ComparisonBasis basis, PersonalizationModel one, PersonalizationModel candidate, List<HeldOutExample> questions, Ranking ranker)
    {
        var tally = new PairedTally();
        var (answers, others) = (ranker(one, questions), ranker(candidate, questions));
        for (var i = 0; i < questions.Count; i++)
            tally.Add(questions[i].Profile, answers[i].Ranks, others[i].Ranks);
        return new ModelComparison
        {
            InService = inService.Info.Version,
            Basis = basis,
            From = questions.Min(question => question.Moment.Now),
            To = questions.Max(question => question.Moment.Now),
            Answers = questions.Count,
            Profiles = questions.Select(question => question.Profile).Distinct().Count(),
            Metrics = tally.Values,
        };
    }

    /// <summary>Ranks all titles by a model.</summary>
    public delegate RankedAnswer[] Ranking(PersonalizationModel model, List<HeldOutExample> questions);
}
