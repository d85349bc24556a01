namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>Finds things of one kind that a profile could be told.</summary>
internal interface ISuggestionSource
{
    /// <summary>Adds what it finds, the best of it and not much more than can ever be sent.</summary>
    void Propose(SuggestionContext context, List<Candidate> into);
}
