namespace Orleans.Personalize.Training.Evaluation;

/// <summary>The questions that an evaluation can ask.</summary>
public enum EvaluationProtocol
{
    /// <summary>Which title comes next? The last event of every profile is held out, the one before it is for validation.</summary>
    LeaveOneOut = 0,

    /// <summary>What do profiles like that the model never saw? They fold in a part of their history; the rest is held out.</summary>
    StrongGeneralization = 1,

    /// <summary>How good are the answers day by day, when counts go on living and the model does not?</summary>
    LiveReplay = 2,

    /// <summary>Are titles found that nobody played yet?</summary>
    ColdTitles = 3,

    /// <summary>How soon are profiles understood, after 0, 1, 3, 5 and 10 titles?</summary>
    ColdProfiles = 4,

    /// <summary>Does the match score say how probable it is that a title is liked?</summary>
    MatchScore = 5,

    /// <summary>Do members find something on the first screen of the home page, without scrolling?</summary>
    FirstScreen = 6,

    /// <summary>How much of what a new training brings does a refresh bring?</summary>
    Refresh = 7,
}
